package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Skill;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well the skill of simulated people is guessed. The truth is the mean of their skills on the last morning, each craft as often as they
 * watched it, to the nearest level; those are asked who watched {@value #FEWEST_VIEWS} videos.
 *
 * @param rule by which it was guessed
 * @param exact share of people of whom the level is right
 * @param within the same to one level
 */
public record SkillGuessed(String rule, int people, double exact, double within) {
    private static final int FEWEST_VIEWS = 10;
    private static final double HALF = 0.5;
    private static final PreferenceModel MODEL = new PreferenceModel();

    private record Person(ProfileState state, double skill) {
        int truth() {
            return (int) Math.round(skill);
        }
    }

    /** The one in use, the one before it, and the same guess for all, which the most people have. */
    public static List<SkillGuessed> all(Market market) {
        List<Person> people = IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.PERSONALIZATION))
                .flatMap(life -> person(life, market).stream())
                .toList();
        int usual = IntStream.range(0, SkillLevel.values().length)
                .boxed()
                .max((one, other) -> Long.compare(having(people, one), having(people, other)))
                .orElse(0);
        return List.of(
                guessed("what is watched to the end", people, person -> MODEL.skill(person.state())
                        .map(Skill::step)),
                guessed("the highest level enjoyed, as before", people, person -> highest(person.state())),
                guessed("the commonest level for all", people, person -> Optional.of(usual)));
    }

    private static long having(List<Person> people, int level) {
        return people.stream().filter(person -> person.truth() == level).count();
    }

    private static Optional<Person> person(Life life, Market market) {
        double sum = 0;
        int views = 0;
        for (InteractionRecorded deed : life.deeds()) {
            if (deed.kind() == InteractionKind.VIEW && deed.content() != null) {
                Work work = market.work(deed.content()).orElseThrow();
                sum += life.days().getLast().skill().get(work.craft());
                views++;
            }
        }
        return views < FEWEST_VIEWS
                ? Optional.empty()
                : Optional.of(new Person(MODEL.applyAll(null, life.deeds()), sum / views));
    }

    private static SkillGuessed guessed(String rule, List<Person> people, Function<Person, Optional<Integer>> guess) {
        int exact = 0;
        int within = 0;
        for (Person person : people) {
            int off = guess.apply(person)
                    .map(level -> Math.abs(level - person.truth()))
                    .orElse(Integer.MAX_VALUE);
            exact += off == 0 ? 1 : 0;
            within += off <= 1 ? 1 : 0;
        }
        return new SkillGuessed(rule, people.size(), (double) exact / people.size(), (double) within / people.size());
    }

    private static Optional<Integer> highest(ProfileState state) {
        return MODEL.interests(state, state.lastEventAt() == null ? Instant.EPOCH : state.lastEventAt()).stream()
                .filter(interest -> interest.facet().kind() == FacetKind.SKILL)
                .filter(interest -> interest.confidence() >= HALF && interest.score() >= HALF)
                .map(Interest::facet)
                .flatMap(facet -> SkillLevel.named(facet.value()).stream())
                .map(Skill::step)
                .max(Integer::compare);
    }
}
