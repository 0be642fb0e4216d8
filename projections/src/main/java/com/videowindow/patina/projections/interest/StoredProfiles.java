package com.videowindow.patina.projections.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Profiles by id. A profile that is remembered is asked for its version only, since a long history takes longer to
 * transfer and parse than everything else in a recommendation.
 */
@Component
final class StoredProfiles implements InterestProfiles {
    private final Documents<ProfileState> documents;
    private final ProfileMemory memory;

    StoredProfiles(ReadSide readSide, ProfileMemory memory) {
        this.documents = new Documents<>(readSide, ProfileState.class);
        this.memory = memory;
    }

    @Override
    public Found find(SubjectId subject) {
        String key = subject.toString();
        Document<ProfileState> known = memory.recall(key);
        try {
            if (known != null && documents.isAt(InterestModel.NAME, key, known.position())) {
                return found(known, false);
            }
            Optional<Document<ProfileState>> stored = documents.find(InterestModel.NAME, key);
            stored.ifPresent(document -> memory.remember(key, document));
            return stored.map(document -> found(document, false))
                    .orElseGet(() -> new Found(null, LogPosition.START, false));
        } catch (ReadModelUnavailable e) {
            if (known == null) {
                throw e;
            }
            return found(known, true);
        }
    }

    private static Found found(Document<ProfileState> document, boolean remembered) {
        return new Found(document.body(), new LogPosition(document.position()), remembered);
    }
}
