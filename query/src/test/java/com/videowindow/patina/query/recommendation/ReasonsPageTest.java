package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The examples of docs/reasons.md are what the ranker says now, and name nothing that the person did not do. After a change
 * that is meant, {@code -Dpatina.reasons.write=true} writes them anew, to be read line by line.
 */
class ReasonsPageTest {
    private static final int PEOPLE = 10;
    private static final int PLACES = 4;
    private static final int DEEDS = 8;
    private static final Path PAGE = Path.of("..", "docs", "reasons.md");
    private static final String HEAD = """
            # Reasons, as people read them

            Forty places of lists of ten people of the simulated market (`Scenario.of(300, 60, 1)`), in English, made by
            `ReasonsPageTest`, which holds this page to what the ranker says. Parts below 0.01 are left out. Read line by line;
            what was found odd was mended: one title named twice, and lists that gave one kind of reason only.
            """;

    private final Market market = Market.of(Scenario.of(300, 60, 1));
    private final MarketLists lists = new MarketLists(market);

    /** Of different histories: by how much they did, from one deed up to the most. */
    private List<Life> people() {
        List<Life> all = IntStream.range(0, market.residents())
                .mapToObj(market::life)
                .filter(life -> !life.deeds().isEmpty())
                .sorted((one, other) ->
                        Integer.compare(one.deeds().size(), other.deeds().size()))
                .toList();
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> all.get(i * (all.size() - 1) / (PEOPLE - 1)))
                .toList();
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        int person = 0;
        for (Life life : people()) {
            List<InteractionRecorded> deeds = life.deeds();
            page.append("\n## Person ").append(++person).append(", ");
            page.append(deeds.size()).append(deeds.size() == 1 ? " deed\n\nThe latest: " : " deeds\n\nThe latest: ");
            page.append(deeds.reversed().stream()
                    .limit(DEEDS)
                    .map(this::told)
                    .collect(Collectors.joining("; ", "", ".\n\n| | score | why | parts |\n|---|---|---|---|\n")));
            lists.listFor(life, PLACES, Locale.ENGLISH)
                    .forEach(item -> page.append(row(item)).append('\n'));
        }
        return page.toString();
    }

    private String told(InteractionRecorded deed) {
        ContentId content = deed.content();
        String kind = deed.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Double completion = deed.engagement().completion();
        String much = completion == null ? "" : String.format(Locale.ROOT, " of %.0f %%", 100 * completion);
        Double rating = deed.engagement().rating();
        String stars = rating == null ? "" : " " + rating;
        return kind + much + stars + (content == null ? "" : " “" + title(content) + "”");
    }

    private String title(ContentId content) {
        return lists.content(content).map(Content::description).orElseThrow().title();
    }

    private static String row(Recommendations.Item item) {
        return String.format(
                Locale.ROOT,
                "| “%s” | %.2f | %s | %s |",
                item.title(),
                item.score(),
                item.reasons().stream().map(WordedReason::text).collect(Collectors.joining(" · ")),
                item.contributions().stream()
                        .filter(part -> Math.abs(part.value()) >= 0.01)
                        .map(ReasonsPageTest::told)
                        .collect(Collectors.joining(", ")));
    }

    private static String told(Contribution part) {
        return String.format(Locale.ROOT, "%s %.2f", part.name(), part.value());
    }

    @Test
    void the_page_is_what_the_ranker_says() throws IOException {
        String page = page();
        if (Boolean.getBoolean("patina.reasons.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void no_reason_names_what_somebody_did_not_do() {
        for (Life life : people()) {
            Set<ContentId> met =
                    life.deeds().stream().map(InteractionRecorded::content).collect(Collectors.toSet());
            List<ContentId> named = new ArrayList<>();
            lists.listFor(life, PLACES, Locale.ENGLISH)
                    .forEach(item -> item.reasons().forEach(reason -> named.addAll(reason.because())));
            assertThat(met).containsAll(named);
        }
    }
}
