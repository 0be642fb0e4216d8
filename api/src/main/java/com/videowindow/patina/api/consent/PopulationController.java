package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.query.consent.FindConsentPopulation;
import com.videowindow.patina.query.consent.PopulationFigures;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody allows. */
@RestController
final class PopulationController {

    private final Questions questions;

    PopulationController(Questions questions) {
        this.questions = questions;
    }

    @Operation(operationId = "countConsents", summary = "How many people allow what, and where the others stand.")
    @LooksUp(LookupKind.CONSENT_STATISTICS)
    @GetMapping("/api/v1/compliance/population/consents")
    PopulationFigures consents() {
        return questions.ask(new FindConsentPopulation(), PopulationFigures.class);
    }
}
