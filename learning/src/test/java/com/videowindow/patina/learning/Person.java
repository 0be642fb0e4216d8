package com.videowindow.patina.learning;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Somebody in a test who does things on numbered days. */
public record Person(SubjectId subject) {
    public static final Person ANNA = new Person(new SubjectId(new UUID(0, 1)));
    public static final Person BEN = new Person(new SubjectId(new UUID(0, 2)));
    public static final Person CLARA = new Person(new SubjectId(new UUID(0, 3)));
    public static final Instant DAY_0 = Instant.parse("2026-01-01T10:00:00Z");

    public static Instant day(double day) {
        return DAY_0.plusSeconds(Math.round(day * Duration.ofDays(1).toSeconds()));
    }

    public static Facets facets(String... facets) {
        return new Facets(Arrays.stream(facets).map(Facet::parse).toList());
    }

    public InteractionRecorded finishes(String content, double day, String... facets) {
        return does(InteractionKind.VIEW, content, day, new Engagement(null, 1.0, null), facets);
    }

    public InteractionRecorded views(String content, double completion, double day, String... facets) {
        return does(InteractionKind.VIEW, content, day, new Engagement(null, completion, null), facets);
    }

    public InteractionRecorded rates(String content, double stars, double day, String... facets) {
        return does(InteractionKind.RATE, content, day, new Engagement(null, null, stars), facets);
    }

    public InteractionRecorded does(InteractionKind kind, String content, double day, String... facets) {
        return does(kind, content, day, Engagement.NONE, facets);
    }

    /** Buys products of these facets, as it is told from a video. */
    public InteractionRecorded buys(Facets sold, String content, double day, String... facets) {
        InteractionRecorded bought = does(InteractionKind.PURCHASE, content, day, facets);
        return new InteractionRecorded(
                subject,
                bought.message(),
                null,
                bought.kind(),
                bought.content(),
                bought.facets(),
                bought.engagement(),
                bought.context(),
                new Sale(List.of(new OrderLine(new ProductId("board"), 1, null)), null, sold),
                bought.at(),
                bought.receivedAt());
    }

    private InteractionRecorded does(
            InteractionKind kind, String content, double day, Engagement engagement, String... facets) {
        return new InteractionRecorded(
                subject,
                new MessageId(kind + "-" + content),
                null,
                kind,
                new ContentId(content),
                facets(facets),
                engagement,
                InteractionContext.NONE,
                null,
                day(day),
                day(day));
    }

    public FeedbackGiven says(FeedbackType type, String content, double day, String... facets) {
        return new FeedbackGiven(
                subject, new MessageId("f"), new ContentId(content), facets(facets), type, null, null, day(day));
    }

    public PreferencesStated states(Preferences preferences, long revision, double day) {
        return new PreferencesStated(subject, preferences, revision, day(day));
    }

    public ConsentGiven allows(Purpose purpose) {
        return new ConsentGiven(subject, purpose, new PolicyVersion("1"), Channel.WEB, DAY_0);
    }

    public ObjectionRaised objects(Purpose purpose) {
        return new ObjectionRaised(subject, purpose, self(), null, DAY_0);
    }

    public ObjectionSettled objectsNoMore(Purpose purpose) {
        return new ObjectionSettled(subject, purpose, self(), null, DAY_0);
    }

    public ErasureRequested asksToLeave() {
        Instant later = DAY_0.plus(Duration.ofDays(14));
        return new ErasureRequested(erasure(), subject, self(), Regulation.GDPR, later, later, null, DAY_0);
    }

    public ErasureCancelled stays() {
        return new ErasureCancelled(erasure(), subject, self(), DAY_0);
    }

    private ErasureId erasure() {
        return new ErasureId(subject.value());
    }

    private Actor self() {
        return new Actor(Actor.Kind.SUBJECT, subject);
    }

    public ConsentWithdrawn withdraws(Purpose purpose) {
        return new ConsentWithdrawn(subject, purpose, new PolicyVersion("1"), Channel.WEB, DAY_0);
    }
}
