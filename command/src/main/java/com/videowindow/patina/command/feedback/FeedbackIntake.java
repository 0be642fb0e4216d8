package com.videowindow.patina.command.feedback;

import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.command.consent.ConsentCheck.Permission;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.MessageReused;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what a person says about content; free text is kept of comments alone, since it can hold anything. */
@Component
final class FeedbackIntake {

    private static final int LONGEST_COMMENT = 5_000;

    private final ConsentCheck consents;
    private final Catalog catalog;
    private final FactLog log;

    FeedbackIntake(ConsentCheck consents, Catalog catalog, FactLog log) {
        this.consents = consents;
        this.catalog = catalog;
        this.log = log;
    }

    @CommandHandler
    Stored handle(GiveFeedback command) {
        demandPlausibleValue(command.type(), command.value());
        String text = command.type() == FeedbackType.COMMENT ? comment(command.text()) : null;
        Content content = catalog.content(command.content())
                .orElseThrow(() -> new Refused(new UnknownContent(command.content())));
        Permission permission = consents.demand(command.subject(), command.purpose(), command.at());
        FeedbackGiven given = new FeedbackGiven(
                command.subject(),
                command.message(),
                command.content(),
                content.facets(),
                command.type(),
                command.value(),
                permission.minimal() ? null : text,
                command.at());
        // Not every client names a time, and ours differs from one try to the next: the message alone is the key.
        Fact fact = new Fact("feedback", command.subject(), command.message().value(), Instant.EPOCH, given);
        Stored stored = log.storeOnce(List.of(fact)).getFirst();
        if (stored.duplicate()
                && log.find(fact).filter(first -> saysOther(first, given)).isPresent()) {
            throw new Refused(new MessageReused());
        }
        return stored;
    }

    /**
     * The facets may have changed since, and the time is ours: they are not what was said. What can be read no more was said,
     * and is not said again: whoever is not sure that it came is told so as ever, and nobody that it went.
     */
    private static boolean saysOther(DomainEvent first, FeedbackGiven given) {
        return !(first instanceof Forgotten)
                && !(first instanceof FeedbackGiven before
                        && before.content().equals(given.content())
                        && before.type() == given.type()
                        && Objects.equals(before.value(), given.value())
                        && Objects.equals(before.text(), given.text()));
    }

    private static void demandPlausibleValue(FeedbackType type, @Nullable Double value) {
        if (type != FeedbackType.RATING && value != null) {
            throw implausible("value", "belongs to ratings");
        }
        if (type == FeedbackType.RATING && (value == null || !(value >= 0.5 && value <= 5))) {
            throw implausible("value", "must be between 0.5 and 5 for a rating");
        }
    }

    private static String comment(@Nullable String text) {
        if (text == null) {
            throw implausible("text", "is required for a comment");
        }
        try {
            return Check.text("text", text, LONGEST_COMMENT);
        } catch (IllegalArgumentException unsuitable) {
            throw implausible("text", String.valueOf(unsuitable.getMessage()));
        }
    }

    private static Refused implausible(String field, String why) {
        return new Refused(new Implausible(field, why));
    }
}
