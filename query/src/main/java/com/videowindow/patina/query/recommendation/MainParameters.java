package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import java.util.List;
import java.util.Map;

/**
 * The main parameters of recommending in one kind of place, and how people can change what they are served (Regulation (EU) 2022/2065,
 * article 27).
 *
 * @param withoutProfiling the most that each part can add where people are not profiled
 * @param options what a person can do about it
 */
public record MainParameters(List<Parameter> parameters, Map<String, Double> withoutProfiling, List<String> options) {

    /**
     * A part of each score.
     *
     * @param name as in the contributions of lists
     * @param meaning in a sentence
     * @param profiling whether it looks at what is known about the person
     * @param most that it can add to a score, or take from it, by algorithm
     */
    public record Parameter(String name, String meaning, boolean profiling, Map<Algorithm, Double> most) {}
}
