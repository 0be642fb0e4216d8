package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Films become content, ratings become interactions with their own times. Every message names itself by person and
 * film, so the log itself knows what it has: no checkpoint is kept that could disagree with it.
 */
@Command(
        name = "movielens",
        description = {
            "Imports a folder in the public MovieLens layout.",
            "Reads movies.csv, ratings.csv and, if it is there, tags.csv. Films become content named ml-<movieId>, people "
                    + "become ml-<userId>, under consents marked as imported. The command may be stopped at any point "
                    + "and run again, however often: every rating is stored exactly once. It ends with what was read, "
                    + "stored, stored before, and skipped and why."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportMovieLens implements Callable<Integer> {

    private static final int FILMS_PER_REQUEST = 500;

    @Parameters(paramLabel = "DIR", description = "The folder, for example ml-latest-small.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path folder;

    @Option(
            names = "--in-flight",
            defaultValue = "8",
            paramLabel = "N",
            description = "People sent at the same time, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--policy",
            paramLabel = "PURPOSE=VERSION",
            description =
                    "Of the policy that the people of the set answered, once each for personalization and training "
                            + "(default: the newest that people are asked about).")
    private Map<String, String> policies = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the closing report as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String needed : List.of("movies.csv", "ratings.csv")) {
            if (!Files.isReadable(folder.resolve(needed))) {
                throw new ParameterException(spec.commandLine(), folder + " has no readable " + needed);
            }
        }
        if (inFlight < 1 || inFlight > 64) {
            throw new ParameterException(spec.commandLine(), "--in-flight must be 1 to 64, not " + inFlight);
        }
        if (!AskedPolicies.WANTED.containsAll(policies.keySet())) {
            throw new ParameterException(
                    spec.commandLine(), "--policy is for " + String.join(" and ", AskedPolicies.WANTED));
        }
        MovieLens set = new MovieLens(folder);
        Tally tally = new Tally();
        tally.stored("ratings", 0);
        tally.known("ratings", 0);
        try (Server server = Server.of(Home.ofEnvironment())) {
            Http http = server.as(Role.SERVICE, "import-movielens");
            AskedPolicies fitting = demandFitting(server, http, set);
            Set<String> films = publish(set, server.as(Role.PRODUCT, "import-movielens"), tally);
            long began = System.nanoTime();
            try (Progress progress = Progress.of("ratings", set.ratingLines());
                    Ratings ratings = new Ratings(set, films, tally);
                    People people = new People(http, fitting, tally, progress, inFlight)) {
                for (Ratings.Person each = ratings.next(); each != null; each = ratings.next()) {
                    people.send(each);
                }
            }
            report(tally, (System.nanoTime() - began) / 1e9);
        }
        return tally.clean() ? 0 : 1;
    }

    /** The server says which fit, of the first person's consents; of its films and ratings nothing is stored before that. */
    private AskedPolicies demandFitting(Server server, Http http, MovieLens set) throws IOException {
        server.awaitMemory();
        AskedPolicies asked =
                AskedPolicies.of(server.as(Role.SUBJECT, "import-movielens").get("/api/v1/user/policies"), policies);
        String first = set.firstPerson();
        for (JsonNode consents : first == null ? List.<JsonNode>of() : asked.requests(first, List.of())) {
            try {
                http.post(People.ADDRESS, consents);
            } catch (HttpRefused refused) {
                throw new IllegalStateException("Nothing was imported. No consent to " + consents.path("consents")
                        + " can be taken over under version "
                        + consents.path("policyVersion") + " (" + refused.getMessage()
                        + "). Publish a policy that people are asked about, or name one by --policy PURPOSE=VERSION.");
            }
        }
        return asked;
    }

    private static Set<String> publish(MovieLens set, Http http, Tally tally) throws IOException {
        List<ObjectNode> films = Films.of(set, tally);
        Set<String> known = new HashSet<>();
        try (Progress progress = Progress.of("films", films.size())) {
            for (int from = 0; from < films.size(); from += FILMS_PER_REQUEST) {
                List<ObjectNode> part = films.subList(from, Math.min(films.size(), from + FILMS_PER_REQUEST));
                JsonNode answer = http.postLines("/api/v1/catalog/import", part);
                tally.stored(
                        "films",
                        answer.path("created").asLong() + answer.path("changed").asLong());
                tally.known("films", answer.path("unchanged").asLong());
                answer.path("refused").forEach(line -> tally.refused("film", name(part, line), line.path("problem")));
                part.forEach(film -> known.add(film.path("id").asText()));
                progress.reach(from + part.size());
            }
        }
        return known;
    }

    private static String name(List<ObjectNode> part, JsonNode refused) {
        return part.get(refused.path("line").asInt(1) - 1).path("id").asText();
    }

    private void report(Tally tally, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        double rate = tally.of("ratings") / seconds;
        if (json) {
            out.println(tally.json().put("seconds", seconds).put("ratingsPerSecond", rate));
            return;
        }
        tally.print(out);
        out.printf("%.1f s for the ratings, %,.0f a second%n", seconds, rate);
    }
}
