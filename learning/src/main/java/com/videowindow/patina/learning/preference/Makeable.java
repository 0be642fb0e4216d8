package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody could make next what content shows: -1 (far above them, or far too easy) to 1 (one step up, with techniques and
 * materials that they know).
 *
 * <p>Three terms. The step: 1 a little above their skill, falling with the square of the distance, in the mean over what is
 * not known of the skill ({@link Skill}). The techniques, and the materials: the share of them that they have seen to the end somewhere. A
 * term of which nothing is known adds nothing.
 */
public final class Makeable {
    private static final double OF_STEP = 0.6;
    private static final double OF_TECHNIQUES = 0.25;
    private static final double OF_MATERIALS = 0.15;
    private static final double UP = 0.6;
    private static final SkillLevel[] LEVELS = SkillLevel.values();

    private final double[] steps = new double[LEVELS.length];
    private final Optional<Skill> skill;
    private final Set<Facet> known = new HashSet<>();

    Makeable(ProfileState state, Optional<Skill> skill) {
        this.skill = skill;
        for (SkillLevel level : LEVELS) {
            steps[Skill.step(level)] =
                    skill.map(one -> one.fit(Skill.step(level), UP)).orElse(0.0);
        }
        for (FacetEvidence evidence : state.facets()) {
            if (evidence.tally(Proof.FINISHED) > 0) {
                known.add(evidence.facet());
            }
        }
    }

    /** @param step of the content, below 0 where it is not told */
    public double of(int step, List<Facet> facets) {
        return of(step, share(facets, FacetKind.TECHNIQUE), share(facets, FacetKind.MATERIAL));
    }

    /**
     * @param techniques the share of its techniques that are known
     * @param materials the same of its materials
     */
    public double of(int step, double techniques, double materials) {
        return OF_STEP * step(step) + OF_TECHNIQUES * techniques + OF_MATERIALS * materials;
    }

    /** Of the step alone. */
    public double step(int step) {
        return step < 0 ? 0 : steps[step];
    }

    /** Whether it is a level above what the person most likely has. */
    public boolean isStepUp(int step) {
        return skill.filter(one -> step == Skill.step(one.level()) + 1).isPresent();
    }

    /** Whether it is at the level that the person most likely has. */
    public boolean isAtTheirLevel(int step) {
        return skill.filter(one -> step == Skill.step(one.level())).isPresent();
    }

    /** What they have seen to the end. */
    public Set<Facet> known() {
        return known;
    }

    private double share(List<Facet> facets, FacetKind kind) {
        int all = 0;
        int met = 0;
        for (Facet facet : facets) {
            if (facet.kind() == kind) {
                all++;
                met += known.contains(facet) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) met / all;
    }
}
