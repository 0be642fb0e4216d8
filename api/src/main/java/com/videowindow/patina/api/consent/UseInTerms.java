package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.consent.ConsentReceipt.PiiInformation;
import com.videowindow.patina.api.consent.ConsentReceipt.PrivacyRight;
import com.videowindow.patina.api.consent.ConsentReceipt.PurposeOfUse;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.KeptFor;
import com.videowindow.patina.domain.privacy.Operator;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a receipt says of a use of data: kinds and periods as the register has them, who answers for it as the operator says.
 * Types are those of the W3C Data Privacy Vocabulary, version 2.
 */
@Component
final class UseInTerms {
    static final String CONTROLLER = "controller";
    static final String AUTHORITY = "authority";
    private static final Map<Purpose, String> TYPES = Map.of(
            Purpose.PERSONALIZATION, "dpv:ProvidePersonalisedRecommendations",
            Purpose.TRAINING, "dpv:ImproveExistingProductsAndServices",
            Purpose.ANALYTICS, "dpv:ServiceUsageAnalytics",
            Purpose.EXPERIMENTS, "dpv:ServiceOptimisation");
    private static final String COLLECTED =
            "what the person does and states on the platform, as its pages, apps and services send it";

    private final Policies policies;
    private final ProcessedEvent.Known events;
    private final KeptFor kept;
    private final Operator operator;

    UseInTerms(Policies policies, ProcessedEvent.Known events, KeptFor kept, Operator operator) {
        this.policies = policies;
        this.events = events;
        this.kept = kept;
        this.operator = operator;
    }

    PurposeOfUse of(Purpose purpose, @Nullable Jurisdiction jurisdiction, Instant then, Instant now) {
        Optional<PurposeDefined> defined = policies.definition(purpose, then);
        List<DataCategory> categories = categories(purpose);
        return new PurposeOfUse(
                purpose,
                defined.map(PurposeDefined::version).orElse(null),
                TYPES.get(purpose),
                "dpv:Consent",
                categories.stream().map(one -> new PiiInformation(one, true)).toList(),
                List.of(CONTROLLER),
                COLLECTED,
                purpose.equals(Purpose.PERSONALIZATION) ? "dpv:Profiling" : null,
                operator.locations(),
                retention(categories, now),
                operator.transfers(),
                jurisdiction == null ? List.of() : List.of(jurisdiction),
                defined.map(PurposeDefined::recipients).orElse(List.of()),
                "PUT " + address(purpose) + " with granted false",
                rights(purpose),
                AUTHORITY);
    }

    /** Of the text that was seen; where no published text has this hash, nobody here can know. */
    String language(@Nullable Purpose purpose, @Nullable PolicyVersion version, @Nullable TextHash text) {
        return purpose == null || version == null || text == null
                ? "und"
                : policies.find(purpose, version).stream()
                        .flatMap(policy -> policy.texts().stream())
                        .filter(one -> one.hash().equals(text))
                        .map(PolicyText::language)
                        .findFirst()
                        .orElse("und");
    }

    /** Of a purpose that officers defined the engine uses none. */
    private List<DataCategory> categories(Purpose purpose) {
        return events.all().stream()
                .filter(event -> Arrays.stream(event.how().purposes())
                        .anyMatch(one -> one.name().equalsIgnoreCase(purpose.name())))
                .map(ProcessedEvent::category)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private String retention(List<DataCategory> categories, Instant now) {
        String rules = categories.stream()
                .flatMap(one ->
                        kept.rule(one, now).stream().map(rule -> one.name().toLowerCase(Locale.ROOT) + ": " + rule))
                .collect(Collectors.joining("; "));
        return rules.isEmpty() ? "nothing is kept for it" : rules + "; at the latest until the person is erased";
    }

    private static String address(Purpose purpose) {
        return "/api/v1/user/consents/" + purpose.name();
    }

    private static List<PrivacyRight> rights(Purpose purpose) {
        return List.of(
                new PrivacyRight("eu-gdpr:A7-3", "PUT " + address(purpose)),
                new PrivacyRight("eu-gdpr:A15", "POST /api/v1/user/exports"),
                new PrivacyRight("eu-gdpr:A16", "POST /api/v1/user/rectifications"),
                new PrivacyRight("eu-gdpr:A17", "POST /api/v1/user/erasure"),
                new PrivacyRight("eu-gdpr:A18", "PUT " + address(purpose) + "/restriction"),
                new PrivacyRight("eu-gdpr:A20", "POST /api/v1/user/exports"),
                new PrivacyRight("eu-gdpr:A21", "PUT " + address(purpose) + "/objection"),
                new PrivacyRight("eu-gdpr:A77", AUTHORITY));
    }
}
