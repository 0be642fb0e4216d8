package com.videowindow.patina.command.recommendation;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.part.PartChanges;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps what was served. Nothing is judged here: consent was asked when the list was made, and what was shown was shown,
 * whatever has been withdrawn since.
 */
@Component
final class ServedLists {

    private final FactLog log;
    private final PartChanges parts;

    ServedLists(FactLog log, PartChanges parts) {
        this.log = log;
        this.parts = parts;
    }

    /**
     * Lists of people who were erased since are left out, and hold up nobody else's; so are those that may rest on a part that was
     * taken out since they were made, which nobody would look for any more.
     */
    @CommandHandler
    List<Stored> handle(RecordServed command) {
        List<Fact> facts = command.lists().stream()
                .filter(list -> !list.mayRestOnWhatWent(parts.changed(list.subject())))
                .map(ServedLists::fact)
                .toList();
        try {
            return log.storeOnce(facts);
        } catch (Erased one) {
            return facts.stream().flatMap(this::alone).toList();
        }
    }

    private Stream<Stored> alone(Fact fact) {
        try {
            return log.storeOnce(List.of(fact)).stream();
        } catch (Erased theirs) {
            return Stream.empty();
        }
    }

    private static Fact fact(RecommendationsServed served) {
        return new Fact(
                RecommendationsServed.FAMILY, served.subject(), served.id().toString(), served.at(), served);
    }
}
