package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.LongReads;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.FindAudit;
import com.videowindow.patina.query.recommendation.RecommendationAudit;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Officers see what a served list rested on, and whether the log gives the same again. */
@RestController
final class AuditOfUseController {

    private static final String NO_TRAIL =
            "No such list was served, or it rested on nothing about anybody: without consent,"
                    + " or without profiling, none is kept.";

    private final Questions questions;
    private final ReadYourWrites writes;
    private final LogInspection log;
    private final Lookups lookups;
    private final LongReads reads;

    AuditOfUseController(
            Questions questions, ReadYourWrites writes, LogInspection log, Lookups lookups, LongReads reads) {
        this.questions = questions;
        this.writes = writes;
        this.log = log;
        this.lookups = lookups;
        this.reads = reads;
    }

    @Operation(
            operationId = "auditRecommendation",
            summary = "What a served list rested on, made again from the log and compared with what was stored.")
    @LooksUp(value = LookupKind.AUDIT_OF_USE, whose = Whose.Told.class)
    @GetMapping("/api/v1/compliance/recommendations/{id}/audit")
    Answer<RecommendationAudit> audit(HttpServletRequest request, @PathVariable UUID id) {
        boolean stale = writes.isStale(log.head().value(), "trails");
        Optional<RecommendationAudit> found =
                reads.one(() -> questions.find(new FindAudit(new RecommendationId(id)), RecommendationAudit.class));
        lookups.tell(
                request,
                LookupKind.AUDIT_OF_USE,
                found.map(RecommendationAudit::subject).orElse(null));
        return Answer.now(found.orElseThrow(() -> Unacceptable.nothingHere(NO_TRAIL)), stale);
    }
}
