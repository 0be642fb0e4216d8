package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interaction.SessionId;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what somebody does, as it would stand in a log. Each deed is named by person and number. */
final class Diary {
    private final Resident who;
    private final List<InteractionRecorded> deeds = new ArrayList<>();
    private int sittings;
    private int orders;
    private Rhythm.Device device;
    private Instant now;

    Diary(Resident who) {
        this.who = who;
        this.device = who.rhythm().devices().getFirst();
        this.now = Instant.MIN;
    }

    /** A visit begins, at the soonest a minute after the one before. */
    void open(Rhythm.Moment moment) {
        sittings++;
        device = moment.device();
        now = moment.at().isAfter(now) ? moment.at() : now.plusSeconds(60);
    }

    void wait(double seconds) {
        now = now.plusSeconds(StrictMath.round(seconds));
    }

    Instant now() {
        return now;
    }

    OrderId nextOrder() {
        return new OrderId(who.userId() + "-o" + orders++);
    }

    void search(String words) {
        write(InteractionKind.SEARCH, null, Engagement.NONE, context("search", words, null), null);
    }

    void deed(InteractionKind kind, Work work, String surface) {
        deed(kind, work, Engagement.NONE, surface);
    }

    void deed(InteractionKind kind, Work work, Engagement engagement, String surface) {
        write(kind, work, engagement, context(surface, null, null), null);
    }

    void sale(InteractionKind kind, Work from, Sale sale, @Nullable OrderId order) {
        write(kind, from, Engagement.NONE, context("product", null, order), sale);
    }

    List<InteractionRecorded> deeds() {
        return List.copyOf(deeds);
    }

    private InteractionContext context(String surface, @Nullable String query, @Nullable OrderId order) {
        return new InteractionContext(null, null, surface, device.platform(), device.id(), query, order);
    }

    private void write(
            InteractionKind kind,
            @Nullable Work work,
            Engagement engagement,
            InteractionContext context,
            @Nullable Sale sale) {
        ContentId content = work == null ? null : work.content().id();
        Facets facets = work == null ? Facets.NONE : work.content().facets();
        MessageId message = new MessageId(who.userId() + "-" + deeds.size());
        SessionId session = new SessionId(who.userId() + "-s" + sittings);
        deeds.add(new InteractionRecorded(
                who.subject(), message, session, kind, content, facets, engagement, context, sale, now, now));
    }
}
