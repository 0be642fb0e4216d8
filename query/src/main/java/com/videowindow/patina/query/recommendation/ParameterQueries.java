package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
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
        Map<String, Double> unprofiled = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            double weight = part.weight(Tuning.nonPersonal(question.surface()));
            if (weight > 0) {
                unprofiled.put(part.written(), weight);
            }
        }
        return new MainParameters(
                Arrays.stream(Part.values())
                        .map(part -> parameter(part, question))
                        .toList(),
                unprofiled,
                phrases(question.language()).toList());
    }

    private Stream<String> phrases(Locale language) {
        return OPTIONS.stream().map(option -> wording.phrase("option." + option, language));
    }

    private static Weights weights(Algorithm algorithm, Shelf shelf, Surface surface) {
        return Ladder.weights(Ladder.of(true, algorithm, shelf, Segment.NONE), algorithm, shelf, surface);
    }

    private Parameter parameter(Part part, FindParameters question) {
        Shelf shelf = shelves.now();
        Map<Algorithm, Double> most = new EnumMap<>(Algorithm.class);
        for (Algorithm algorithm : Algorithm.values()) {
            most.put(algorithm, part.weight(weights(algorithm, shelf, question.surface())));
        }
        return new Parameter(
                part.written(),
                wording.phrase("parameter." + part.written(), question.language()),
                part == Part.INTEREST || part == Part.COLLABORATIVE,
                most);
    }
}
