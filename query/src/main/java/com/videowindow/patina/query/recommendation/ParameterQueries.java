package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.query.recommendation.MainParameters.Parameter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Tells the weights by which lists are ranked, as they are: the same that the ranker uses. */
@Component
final class ParameterQueries {
    private static final List<String> OPTIONS = List.of("profiling", "preferences", "feedback", "consent", "algorithm");

    private final Wording wording;
    private final Shelves shelves;

    ParameterQueries(Wording wording, Shelves shelves) {
        this.wording = wording;
        this.shelves = shelves;
    }

    @QueryHandler
    MainParameters handle(FindParameters question) {
        Shelf shelf = shelves.now();
        Surface surface = question.surface();
        Map<String, Double> unprofiled = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            double weight = most(part, Tuning.nonPersonal(surface), onRung(false, Algorithm.HYBRID, shelf, surface));
            if (weight > 0) {
                unprofiled.put(part.written(), weight);
            }
        }
        return new MainParameters(
                Arrays.stream(Part.values())
                        .map(part -> parameter(part, question, shelf))
                        .toList(),
                unprofiled,
                phrases(question.language()).toList());
    }

    private Stream<String> phrases(Locale language) {
        return OPTIONS.stream().map(option -> wording.phrase("option." + option, language));
    }

    /** What there is at hand may be too little for what was chosen: then others weigh. */
    private static Weights onRung(boolean personal, Algorithm algorithm, Shelf shelf, Surface surface) {
        Rung rung = Ladder.of(personal, algorithm, shelf, Segment.NONE);
        return Ladder.weights(rung, algorithm, shelf, surface);
    }

    private static double most(Part part, Weights chosen, Weights now) {
        return Math.max(part.weight(chosen), part.weight(now));
    }

    private Parameter parameter(Part part, FindParameters question, Shelf shelf) {
        Surface surface = question.surface();
        Map<Algorithm, Double> most = new EnumMap<>(Algorithm.class);
        for (Algorithm algorithm : Algorithm.values()) {
            Weights chosen = Tuning.of(algorithm, shelf.model().isPresent(), surface);
            most.put(algorithm, most(part, chosen, onRung(true, algorithm, shelf, surface)));
        }
        return new Parameter(
                part.written(),
                wording.phrase("parameter." + part.written(), question.language()),
                part.isOfProfile(),
                most);
    }
}
