package com.videowindow.patina.api.register;

import com.videowindow.patina.api.register.Register.Activity;
import com.videowindow.patina.api.register.Register.ConsentPurpose;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.KeptFor;
import com.videowindow.patina.domain.privacy.Operator;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.ProcessedModel;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.Recipient;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the register from what events and read models say of themselves. */
@Component
final class RegisterEntries {
    private static final String ENDLESS = "until the person is erased";
    private static final String ACCOUNTABLE = "with the log; random ids alone once the person is erased";
    private static final String PUBLIC = "with the log, as it was shown to everybody";
    private static final List<String> SECURITY = List.of(
            "what events say about people rests under AES-256-GCM keys of each person, category and month",
            "keys are wrapped by shard keys and those by a master key; destroying them erases, in copies too",
            "events name random ids; who is who is a separate, deletable directory under keyed hashes",
            "the log is a hash chain with signed checkpoints; nobody changes it unnoticed",
            "roles with denial by default; look-ups of officers are stored before they are answered",
            "raw events are shown to officers only after another officer released them, for a limited time");

    private final ProcessedEvent.Known events;
    private final ProcessedModel.Known models;
    private final ObjectProvider<KeptFor> kept;
    private final Policies policies;
    private final Operator operator;
    private final Parties parties;
    private final StatusCalls calls;

    RegisterEntries(
            ProcessedEvent.Known events,
            ProcessedModel.Known models,
            ObjectProvider<KeptFor> kept,
            Policies policies,
            Operator operator,
            Parties parties,
            StatusCalls calls) {
        this.events = events;
        this.models = models;
        this.kept = kept;
        this.policies = policies;
        this.operator = operator;
        this.parties = parties;
        this.calls = calls;
    }

    Register at(Instant now) {
        List<ProcessedEvent> known = events.all();
        Stream<Activity> logged = known.stream().map(event -> logged(event, now));
        Stream<Activity> read = models.all().stream().map(model -> read(model, known, now));
        return new Register(
                operator.controller(),
                operator.address(),
                operator.contact(),
                operator.officer(),
                operator.authority(),
                operator.locations(),
                operator.transfers(),
                "viewers of the platform, officers by their look-ups, and creators by the public name of their works",
                now,
                Stream.concat(logged, read).toList(),
                policies.purposes().stream()
                        .flatMap(purpose -> policies.definition(purpose, now).stream())
                        .map(ConsentPurpose::of)
                        .toList(),
                Stream.concat(
                                parties.names().stream().map(PartyName::value),
                                calls.addresses().stream().map(URI::toString))
                        .toList(),
                SECURITY);
    }

    private Activity logged(ProcessedEvent event, Instant now) {
        DataCategory category = event.category();
        List<DataCategory> categories = category == null ? List.of() : List.of(category);
        return activity(
                "event log",
                event.name(),
                categories,
                event.how(),
                null,
                retention(categories, event.how(), category != null, now));
    }

    private Activity read(ProcessedModel model, List<ProcessedEvent> known, Instant now) {
        List<ProcessedEvent> sources = known.stream()
                .filter(event -> model.concerns().test(event.type()))
                .toList();
        List<DataCategory> categories = sources.stream()
                .map(ProcessedEvent::category)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        List<String> from = sources.stream().map(ProcessedEvent::name).toList();
        return activity(
                "read model",
                model.name(),
                categories,
                model.how(),
                from,
                retention(categories, model.how(), model.isPersonal(), now));
    }

    private Activity activity(
            String store,
            String name,
            List<DataCategory> categories,
            Processing how,
            @Nullable List<String> from,
            String retention) {
        return new Activity(
                store,
                name,
                categories,
                List.of(how.purposes()),
                how.basis(),
                how.basis().article(),
                List.of(how.recipients()),
                from,
                retention);
    }

    private String retention(List<DataCategory> categories, Processing how, boolean erasable, Instant now) {
        if (!erasable) {
            return List.of(how.recipients()).contains(Recipient.EVERYBODY) ? PUBLIC : ACCOUNTABLE;
        }
        String rules = categories.stream()
                .flatMap(category -> kept.stream()
                        .flatMap(each -> each.rule(category, now).stream())
                        .map(rule -> category.name().toLowerCase(Locale.ROOT) + ": " + rule))
                .collect(Collectors.joining("; "));
        return rules.isEmpty() ? ENDLESS : rules + "; at the latest " + ENDLESS;
    }
}
