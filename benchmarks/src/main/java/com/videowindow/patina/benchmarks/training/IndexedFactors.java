package com.videowindow.patina.benchmarks.training;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.recommendation.Models;
import com.videowindow.patina.query.recommendation.NearestContent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The factors of one model, indexed and asked by the very parts that a node has for it, which think that the model is in force. */
final class IndexedFactors implements AutoCloseable {
    private static final Instant AT = Instant.EPOCH;
    private static final ModelVersion VERSION = ModelVersion.ofDigest(new byte[32]);
    private static final long LOOK = 10_000_000;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final NearestContent nearest;
    private final URI uri;
    private final double seconds;

    private IndexedFactors(URI uri, CollaborativeModel model, int found, int looked) {
        this.uri = uri;
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "measured",
                        Map.of(
                                "patina.elasticsearch.uri",
                                uri.toString(),
                                "patina.recommendations.nearest",
                                "elasticsearch",
                                "patina.recommendations.nearest-found",
                                found,
                                "patina.recommendations.nearest-looked",
                                looked,
                                "patina.recommendations.nearest-within",
                                "10s")));
        context.registerBean(Models.class, () -> new Only(new Models.Serving(VERSION, model)));
        context.registerBean(ModelLines.class, () -> new InForce(line(model)));
        context.registerBean(LiveCatalog.class, NothingShown::new);
        context.scan("com.videowindow.patina.projections.store", "com.videowindow.patina.projections.nearest");
        context.refresh();
        nearest = context.getBean(NearestContent.class);
        long began = System.nanoTime();
        context.getBean(MemoryView.class).caughtUp();
        float[] somebody = new float[model.dimensions()];
        somebody[0] = 1;
        while (nearest(somebody).answer() != NearestAnswer.FOUND) {
            LockSupport.parkNanos(LOOK);
        }
        seconds = (System.nanoTime() - began) / 1e9;
    }

    static IndexedFactors of(URI uri, CollaborativeModel model, int found, int looked) {
        return new IndexedFactors(uri, model, found, looked);
    }

    private record Only(Serving serving) implements Models {
        @Override
        public Optional<Serving> current() {
            return Optional.of(serving);
        }

        @Override
        public Optional<Serving> find(ModelVersion version) {
            return current().filter(one -> one.version().equals(version));
        }
    }

    private record InForce(ModelLine now) implements ModelLines {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Optional<Instant> leftSince(LogPosition upTo) {
            return Optional.empty();
        }
    }

    /** Of what is indexed nothing is known but its factors. */
    private record NothingShown() implements LiveCatalog {
        @Override
        public CatalogSnapshot snapshot() {
            return CatalogSnapshot.EMPTY;
        }

        @Override
        public Optional<Content> content(ContentId id) {
            return Optional.empty();
        }

        @Override
        public boolean isRetired(ContentId id) {
            return false;
        }

        @Override
        public Optional<Product> product(ProductId id) {
            return Optional.empty();
        }

        @Override
        public boolean isRetired(ProductId id) {
            return false;
        }
    }

    private static ModelLine line(CollaborativeModel model) {
        Hyperparameters none =
                new Hyperparameters(1, 0, 1, List.of(new Hyperparameters.Factorization(1, 1, 1, 0, 0, 1, 1)), 1);
        TrainingId training = new TrainingId(new UUID(0, 1));
        Lineage lineage = new Lineage(LogPosition.START, 0, 0, model.items().size(), 0, 0, none);
        return ModelLine.NONE
                .after(new TrainingAsked(training, Trigger.ASKED, null, AT))
                .after(new TrainingBegun(training, LogPosition.START, none, new UUID(0, 1), AT, AT))
                .after(new ModelTrained(training, VERSION, 0, lineage, AT))
                .after(new ModelPromoted(VERSION, null, null, AT));
    }

    Neighbours nearest(float[] person) {
        List<Float> vector = new ArrayList<>(person.length);
        for (float factor : person) {
            vector.add(factor);
        }
        return nearest.find(new NearestContent.Wish(VERSION, vector, List.of(), List.of(), Set.of(), Set.of(), null));
    }

    /** From the promotion of the model until lists may ask. */
    double seconds() {
        return seconds;
    }

    /** Of the index in its files. */
    long bytes() throws IOException {
        return Long.parseLong(send(HttpRequest.newBuilder(uri.resolve("/_cat/indices/factors-*?h=store.size&bytes=b")))
                .strip());
    }

    private static String send(HttpRequest.Builder request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The next one is indexed anew. */
    @Override
    public void close() throws IOException {
        context.getBean(MemoryView.class).stop();
        context.close();
        send(HttpRequest.newBuilder(uri.resolve("/factors-" + VERSION)).DELETE());
    }
}
