package com.videowindow.patina.projections.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Profiles by id. While this node projects all of them itself, what it remembers is what is stored. Otherwise a
 * remembered profile is asked for its version only, since a long history takes longer to transfer and parse than
 * everything else in a recommendation.
 */
@Component
final class StoredProfiles implements InterestProfiles {
    private final Documents<ProfileState> documents;
    private final ReadSide readSide;
    private final ProfileMemory memory;
    private final ProjectionDirectory projections;

    StoredProfiles(ReadSide readSide, ProfileMemory memory, ProjectionDirectory projections) {
        this.documents = new Documents<>(readSide, ProfileState.class);
        this.readSide = readSide;
        this.memory = memory;
        this.projections = projections;
    }

    @Override
    public Found find(SubjectId subject) {
        String key = subject.toString();
        Document<ProfileState> known = memory.recall(key);
        try {
            if (known != null && (isKeptHere() || documents.isAt(InterestModel.NAME, key, known.position()))) {
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

    private boolean isKeptHere() {
        return readSide.isUp()
                && projections
                        .named(InterestModel.NAME)
                        .filter(LiveProjection::isWhollyHere)
                        .isPresent();
    }

    private static Found found(Document<ProfileState> document, boolean remembered) {
        return new Found(document.body(), new LogPosition(document.position()), remembered);
    }
}
