package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.learning.evaluation.Calibration;
import com.videowindow.patina.learning.evaluation.Reliability;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether scores of interest come true. Before somebody meets content, what is known of its facets is put together, each as much as it is
 * sure, and laid beside what came of it; nothing is learned from a case before it is asked.
 *
 * @param clear of deeds that are clear by {@link Signal}, as profiles count them: whether it was liked
 * @param raw of all that was watched or passed over: whether it was seen to the end
 * @param calibrated the same for half of the people, calibrated on the other half
 * @param by how it was calibrated
 */
public record Foretelling(Reliability clear, Reliability raw, Reliability calibrated, Calibration by) {
    private static final double FINISHED = 0.9;
    private static final PreferenceModel MODEL = new PreferenceModel();

    private record Case(int person, double said, boolean came, boolean clear) {}

    public static Foretelling of(Market market) {
        List<Case> all = IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.PERSONALIZATION))
                .flatMap(life -> cases(life).stream())
                .toList();
        List<Case> half = all.stream().filter(each -> each.person() % 2 == 0).toList();
        List<Case> other = all.stream().filter(each -> each.person() % 2 == 1).toList();
        Calibration by = Calibration.learned(said(half), came(half));
        return new Foretelling(
                reliability(all.stream().filter(Case::clear).toList()),
                reliability(all),
                Reliability.of(
                        other.stream().mapToDouble(each -> by.of(each.said())).toArray(), came(other)),
                by);
    }

    private static Reliability reliability(List<Case> cases) {
        return Reliability.of(said(cases), came(cases));
    }

    private static double[] said(List<Case> cases) {
        return cases.stream().mapToDouble(Case::said).toArray();
    }

    private static boolean[] came(List<Case> cases) {
        boolean[] came = new boolean[cases.size()];
        IntStream.range(0, came.length).forEach(i -> came[i] = cases.get(i).came());
        return came;
    }

    private static List<Case> cases(Life life) {
        List<Case> cases = new ArrayList<>();
        Set<ContentId> met = new HashSet<>();
        ProfileState state = ProfileState.EMPTY;
        for (InteractionRecorded deed : life.deeds()) {
            Signal signal = Signal.of(deed);
            ContentId content = deed.content();
            if (content != null && signal.engages() && met.add(content)) {
                OptionalDouble said = said(state, deed);
                Optional<Boolean> came = seenToTheEnd(deed);
                if (said.isPresent() && came.isPresent()) {
                    cases.add(new Case(life.who().number(), said.getAsDouble(), came.get(), signal.clear()));
                }
            }
            state = MODEL.apply(state, deed);
        }
        return cases;
    }

    private static Optional<Boolean> seenToTheEnd(InteractionRecorded deed) {
        Double completion = deed.engagement().completion();
        return switch (deed.kind()) {
            case VIEW -> Optional.ofNullable(completion).map(share -> share >= FINISHED);
            case SKIP, DISMISS -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static OptionalDouble said(ProfileState state, InteractionRecorded deed) {
        Map<Facet, Interest> interests = new HashMap<>();
        MODEL.interests(state, deed.at()).forEach(interest -> interests.put(interest.facet(), interest));
        double sum = 0;
        double sure = 0;
        for (Facet facet : deed.facets().values()) {
            Interest interest = interests.get(facet);
            if (interest != null) {
                sum += interest.confidence() * interest.score();
                sure += interest.confidence();
            }
        }
        return sure > 0 ? OptionalDouble.of(sum / sure) : OptionalDouble.empty();
    }
}
