package com.videowindow.patina.sagas.part;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.privacy.Families;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's facts are meant. What rests on another basis than consent (orders by contract, choices by legal duty)
 * never is. Of lists that were served, those that showed the item go, and those that named as a reason what the person has
 * nothing to do with any more once this part is gone.
 *
 * @param standing what the person allows now: what was collected for such a use too is held for it
 */
record Meant(PartScope scope, Standing standing) {

    Set<LogPosition> among(SortedMap<LogPosition, DomainEvent> facts) {
        Set<LogPosition> meant = new TreeSet<>();
        facts.forEach((position, fact) -> {
            if (isMeant(position, fact)) {
                meant.add(position);
            }
        });
        Set<ContentId> gone = noMoreDealtWith(facts, meant);
        facts.forEach((position, fact) -> {
            if (fact instanceof RecommendationsServed list && namesAsReason(list, gone)) {
                meant.add(position);
            }
        });
        return meant;
    }

    private boolean isMeant(LogPosition position, DomainEvent fact) {
        return fact instanceof AboutSubject
                && isByConsent(fact)
                && scope.includes(fact.at())
                && (scope.position() == null || scope.position().equals(position))
                && (scope.content() == null || isAbout(fact, scope.content()))
                && (scope.purpose() == null || isHeldFor(fact, scope.purpose()));
    }

    /** What is meant too, and rests on another basis; in a fixed order. */
    List<Kept> kept(SortedMap<LogPosition, DomainEvent> facts) {
        Set<Kept> kept = new TreeSet<>(Comparator.comparing(Kept::category).thenComparing(Kept::basis));
        facts.forEach((position, fact) -> {
            PersonalData data = fact.getClass().getAnnotation(PersonalData.class);
            if (data != null && isAsked(position, fact)) {
                Families.find(fact.getClass(), Processing.class)
                        .map(Processing::basis)
                        .filter(basis -> basis != LawfulBasis.CONSENT)
                        .ifPresent(basis -> kept.add(new Kept(data.value(), basis)));
            }
        });
        return List.copyOf(kept);
    }

    private boolean isAsked(LogPosition position, DomainEvent fact) {
        return !(fact instanceof PartEvent)
                && scope.includes(fact.at())
                && (scope.position() == null || scope.position().equals(position))
                && (scope.content() == null || isAbout(fact, scope.content()))
                && (scope.purpose() == null
                        || (fact instanceof PurposeEvent choice
                                && choice.purpose().equals(scope.purpose())));
    }

    private static boolean isByConsent(DomainEvent fact) {
        Processing how = fact.getClass().getAnnotation(Processing.class);
        return how != null && how.basis() == LawfulBasis.CONSENT;
    }

    private boolean isHeldFor(DomainEvent fact, Purpose purpose) {
        Set<ProcessingPurpose> all = Set.copyOf(
                Arrays.asList(fact.getClass().getAnnotation(Processing.class).purposes()));
        return all.contains(processing(purpose))
                && Purpose.OWN.stream()
                        .filter(other ->
                                !other.equals(purpose) && standing.of(other).isOpen())
                        .noneMatch(other -> all.contains(processing(other)));
    }

    private static ProcessingPurpose processing(Purpose purpose) {
        return ProcessingPurpose.valueOf(purpose.name().toUpperCase(Locale.ROOT));
    }

    private static boolean isAbout(DomainEvent fact, ContentId content) {
        return fact instanceof RecommendationsServed list
                ? list.items().stream().anyMatch(item -> item.content().equals(content))
                        || namesAsReason(list, Set.of(content))
                : content.equals(fact instanceof OrderPlaced order ? order.content() : dealtWith(fact));
    }

    private static @Nullable ContentId dealtWith(DomainEvent fact) {
        return switch (fact) {
            case InteractionRecorded deed -> deed.content();
            case FeedbackGiven judgement -> judgement.content();
            default -> null;
        };
    }

    private static Set<ContentId> noMoreDealtWith(Map<LogPosition, DomainEvent> facts, Set<LogPosition> meant) {
        Set<ContentId> gone = new HashSet<>();
        Set<ContentId> left = new HashSet<>();
        facts.forEach((position, fact) -> {
            ContentId content = dealtWith(fact);
            if (content != null) {
                (meant.contains(position) ? gone : left).add(content);
            }
        });
        gone.removeAll(left);
        return gone;
    }

    private static boolean namesAsReason(RecommendationsServed list, Set<ContentId> contents) {
        return !contents.isEmpty() && !Collections.disjoint(list.restsOn(), contents);
    }
}
