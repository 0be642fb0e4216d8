package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the data come from and how they are cut, as said on the command line. */
final class Source {

    @Option(names = "--set", description = "ml-100k or ml-latest-small.")
    private @Nullable String set;

    @Option(
            names = "--data",
            description = {
                "The folder above the sets (default: $PATINA_DATA_DIR/movielens), or in the place of --set a file of",
                "lines of user, item, and value and time if there are."
            })
    private @Nullable Path data;

    @Option(names = "--train", description = "A file to learn from, of lines as above; with --test.")
    private @Nullable Path train;

    @Option(names = "--test", description = "A file of what is asked afterwards.")
    private @Nullable Path test;

    @Option(
            names = "--split",
            defaultValue = "random",
            description = {
                "random: 75/25 of each user's; last: the last of each; time: the last fifth of all, of users known before",
                "(default: ${DEFAULT-VALUE})."
            })
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Cut split;

    @Option(names = "--seeds", defaultValue = "5", description = "Of a random split (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Task read() throws IOException {
        try {
            if (train != null && test != null) {
                return given(readable(train), readable(test));
            }
            if (set == null && data != null && Files.isRegularFile(data)) {
                return task(String.valueOf(data.getFileName()), data);
            }
            MovieLens known = set();
            return task(known.folder(), readable(known.ratings(above())));
        } catch (IllegalArgumentException malformed) {
            throw refused(String.valueOf(malformed.getMessage()));
        }
    }

    private Task task(String name, Path file) throws IOException {
        Ratings told = Ratings.of(Lines.read(file));
        Ratings ratings = told.with(Genres.beside(file, told.items()));
        return new Task(told(name), ratings, split, splits(ratings));
    }

    private Task given(Path learned, Path asked) throws IOException {
        List<Line> lines = new ArrayList<>(Lines.read(learned));
        int size = Ratings.of(lines).all().size();
        lines.addAll(Lines.read(asked));
        Ratings ratings = Ratings.of(lines);
        return new Task(
                learned.getFileName() + " and " + asked.getFileName(),
                ratings,
                Cut.RANDOM,
                List.of(Split.given(ratings, size)));
    }

    private String told(String name) {
        return name + ", " + split.name().toLowerCase(Locale.ROOT) + " split";
    }

    private List<Split> splits(Ratings ratings) {
        return LongStream.rangeClosed(1, split == Cut.RANDOM ? seeds : 1)
                .mapToObj(seed -> split.of(ratings, seed))
                .toList();
    }

    /** Of ml-100k's users. */
    Map<String, String> traits(Traits traits) throws IOException {
        if (train != null || set() != MovieLens.ML_100K) {
            throw refused("--by asks what only ml-100k tells of its users");
        }
        return traits.read(readable(above().resolve("ml-100k").resolve("u.user")));
    }

    private MovieLens set() {
        return Stream.of(MovieLens.values())
                .filter(known -> known.folder().equals(set))
                .findFirst()
                .orElseThrow(() -> refused(
                        "Name a set by --set ml-100k or ml-latest-small, or files by --train and --test or --data"));
    }

    private Path above() {
        String shared = System.getenv("PATINA_DATA_DIR");
        if (data == null && shared == null) {
            throw refused("Name the folder above the set by --data DIR, or the one above that by PATINA_DATA_DIR");
        }
        return data != null ? data : Path.of(String.valueOf(shared), "movielens");
    }

    private Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw refused("There is no " + file);
        }
        return file;
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
