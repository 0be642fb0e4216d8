package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Officers ask under which random id a user is known here; in a body, since addresses stand in logs. */
@RestController
final class IdentityController {

    private final SubjectDirectory people;
    private final Lookups lookups;

    IdentityController(SubjectDirectory people, Lookups lookups) {
        this.people = people;
        this.lookups = lookups;
    }

    /** @param userId as the platform knows them */
    record Whom(PlatformUserId userId) {}

    /** @param subject as every other address for officers knows them */
    record Found(SubjectId subject) {}

    @Operation(operationId = "findSubject", summary = "Under which random id a user of the platform is known here.")
    @LooksUp(value = LookupKind.IDENTITY, whose = Whose.Told.class)
    @PostMapping("/api/v1/compliance/subjects/search")
    Found find(HttpServletRequest request, @RequestBody Whom whom) {
        SubjectId subject = people.knownSubjectOf(whom.userId()).orElse(null);
        lookups.tell(request, LookupKind.IDENTITY, subject);
        if (subject == null) {
            throw Unacceptable.nothingHere();
        }
        return new Found(subject);
    }
}
