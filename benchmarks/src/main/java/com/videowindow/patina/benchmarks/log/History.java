package com.videowindow.patina.benchmarks.log;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A long log of interactions of many people in random order, about content of a thousand videos. */
public final class History {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AT_ONCE = 1_000;
    private static final int VIDEOS = 1_000;
    private static final String[] CRAFTS = {"woodworking", "ceramics", "textiles", "jewellery", "leather"};
    private static final InteractionKind[] KINDS = {
        InteractionKind.VIEW, InteractionKind.VIEW, InteractionKind.VIEW, InteractionKind.LIKE, InteractionKind.SAVE
    };

    private final Random random;
    private final int people;

    private History(int people, long seed) {
        this.random = new Random(seed);
        this.people = people;
    }

    /** Writes it into the log of this home, where nothing runs and which may hold it already. Answers its events. */
    public static long write(Path home, int people, int interactions, long seed) {
        History history = new History(people, seed);
        try (PatinaStore store = PatinaStore.open(home.resolve("mongo"))) {
            long before = store.log().inspection().status().events();
            for (int from = (int) before; from < interactions; from += AT_ONCE) {
                List<Fact> facts = new ArrayList<>(AT_ONCE);
                for (int i = from; i < Math.min(interactions, from + AT_ONCE); i++) facts.add(history.fact(i));
                store.log().facts().storeOnce(facts);
            }
            return store.log().inspection().status().events();
        }
    }

    private Fact fact(int number) {
        SubjectId subject = new SubjectId(new UUID(0x7000L, 0x8000_0000_0000_0000L + random.nextInt(people)));
        MessageId message = new MessageId("m-" + number);
        int video = random.nextInt(VIDEOS);
        Facets facets = new Facets(List.of(
                Facet.parse("category:" + CRAFTS[video % CRAFTS.length]),
                Facet.parse("technique:technique-" + video % 40),
                Facet.parse("material:material-" + video % 25),
                Facet.parse("creator:creator-" + video % 60)));
        Instant at = START.plusSeconds(10L * number);
        return new Fact(
                "interaction",
                subject,
                message.value(),
                at,
                new InteractionRecorded(
                        subject,
                        message,
                        null,
                        KINDS[random.nextInt(KINDS.length)],
                        new ContentId("video-" + video),
                        facets,
                        new Engagement(random.nextInt(600) * 1.0, random.nextInt(100) / 100.0, null),
                        InteractionContext.NONE,
                        null,
                        at,
                        at));
    }
}
