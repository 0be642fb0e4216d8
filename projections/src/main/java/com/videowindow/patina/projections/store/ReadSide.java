package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one way to Elasticsearch: turns its failures into {@link ReadModelUnavailable} and remembers that it is away. */
public final class ReadSide {
    private final ElasticsearchClient reads;
    private final ElasticsearchClient searches;
    private final ElasticsearchClient writes;
    private final ElasticsearchAsyncClient hurried;
    private final Availability availability = new Availability(System::nanoTime);

    ReadSide(
            ElasticsearchClient reads,
            ElasticsearchClient searches,
            ElasticsearchClient writes,
            ElasticsearchAsyncClient hurried) {
        this.reads = reads;
        this.searches = searches;
        this.writes = writes;
        this.hurried = hurried;
    }

    /** A question to Elasticsearch. */
    @FunctionalInterface
    public interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }

    /** A question that is not waited for. */
    @FunctionalInterface
    public interface Asking<T> {
        CompletableFuture<T> on(ElasticsearchAsyncClient client);
    }

    /**
     * A search for somebody who does without it after that time, to the millisecond; that it was late says nothing about whether
     * Elasticsearch is away.
     */
    public <T> T within(Duration time, Asking<T> asking) throws TimeoutException {
        if (!availability.isUp()) {
            throw new ReadModelUnavailable("Elasticsearch is away", null);
        }
        CompletableFuture<T> answer = asking.on(hurried);
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ElasticsearchException refused && !isTransient(refused.status())) {
                throw refused;
            }
            throw new ReadModelUnavailable("Elasticsearch did not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelUnavailable("Interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** A read by id, within the short time budget; refused at once while the read side is known to be away. */
    public <T> T read(Call<T> call) {
        return guarded(reads, call);
    }

    /** A search, likewise, with a longer budget. */
    public <T> T search(Call<T> call) {
        return guarded(searches, call);
    }

    /** A write or an administrative call: always tried, since its caller has nothing better to do than to wait. */
    public <T> T write(Call<T> call) {
        return attempt(writes, call);
    }

    /** Asks for a sign of life, so that an outage is known before somebody needs an answer. */
    public void probe() {
        attempt(
                searches,
                client -> client.cluster().health(health -> health.local(true)).timedOut());
    }

    /** Whether the last call got through. */
    public boolean isUp() {
        return availability.isUp();
    }

    private <T> T guarded(ElasticsearchClient client, Call<T> call) {
        if (!availability.worthTrying()) {
            throw new ReadModelUnavailable("Elasticsearch is away", null);
        }
        return attempt(client, call);
    }

    private <T> T attempt(ElasticsearchClient client, Call<T> call) {
        try {
            T answer = call.on(client);
            availability.answered();
            return answer;
        } catch (ElasticsearchException e) {
            if (!isTransient(e.status())) {
                availability.answered();
                throw e;
            }
            availability.failed();
            throw new ReadModelUnavailable("Elasticsearch answered " + e.status(), e);
        } catch (IOException e) {
            availability.failed();
            throw new ReadModelUnavailable("Elasticsearch did not answer", e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof TimeoutException) {
                // all connections are taken: more is asked than it answers, but it is not away
                throw new ReadModelUnavailable("No connection to Elasticsearch was free", e);
            }
            throw e;
        }
    }

    /** Overload, a missing primary, a recovering shard: time heals these. */
    static boolean isTransient(int status) {
        return status == 408 || status == 429 || status >= 500;
    }
}
