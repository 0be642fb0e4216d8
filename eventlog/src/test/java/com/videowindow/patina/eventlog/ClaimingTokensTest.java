package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon's token store for MongoDB, on the embedded server. */
class ClaimingTokensTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    private OpenLog open;
    private TokenStore mine;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = OpenLog.in(folder);
        mine = node("mine");
        mine.initializeTokenSegments("profiles", 2, token(-1));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private TokenStore node(String name) {
        return EventLog.tokens(open.database(), SHORT, EventLog.generalSerializer(), name);
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Test
    void a_claimed_token_is_kept_from_others_and_moves_with_its_owner() {
        assertThat(mine.fetchToken("profiles", 0)).isEqualTo(token(-1));
        mine.storeToken(token(7), "profiles", 0);

        assertThatThrownBy(() -> node("other").fetchToken("profiles", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(node("other").fetchToken("profiles", 1)).isEqualTo(token(-1));
        assertThat(mine.fetchToken("profiles", 0)).isEqualTo(token(7));
        assertThat(mine.fetchSegments("profiles")).containsExactly(0, 1);
    }

    @Test
    void a_node_that_went_silent_loses_its_claim_and_cannot_write_any_more() {
        mine.fetchToken("profiles", 0);
        TokenStore other = node("other");

        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> other.fetchToken("profiles", 0) != null);

        assertThatThrownBy(() -> mine.storeToken(token(9), "profiles", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.extendClaim("profiles", 0)).isInstanceOf(UnableToClaimTokenException.class);
        other.storeToken(token(8), "profiles", 0);
        other.releaseClaim("profiles", 0);
        assertThat(mine.fetchToken("profiles", 0)).isEqualTo(token(8));
    }

    @Test
    void of_many_nodes_that_claim_at_once_one_succeeds() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> claims =
                    IntStream.range(0, 8).mapToObj(i -> claiming("node" + i)).toList();
            long succeeded = 0;
            for (Future<Boolean> claim : pool.invokeAll(claims)) {
                succeeded += claim.get() ? 1 : 0;
            }
            assertThat(succeeded).isOne();
        }
    }

    private Callable<Boolean> claiming(String name) {
        TokenStore store = node(name);
        return () -> {
            try {
                store.fetchToken("profiles", 0);
                return true;
            } catch (UnableToClaimTokenException e) {
                return false;
            }
        };
    }

    @Test
    void a_replay_keeps_its_end_in_the_token() {
        mine.fetchToken("profiles", 0);
        TrackingToken replay = ReplayToken.createReplayToken(token(100), token(5));
        mine.storeToken(replay, "profiles", 0);

        assertThat(mine.fetchToken("profiles", 0)).isEqualTo(replay);
    }

    /** Whatever the rate, since no gaps are kept: others' tokens grew to half a megabyte. */
    @Test
    void a_token_stays_small_however_far_the_log_goes() {
        mine.fetchToken("profiles", 0);
        mine.storeToken(token(1_000_000_000_000_000L), "profiles", 0);

        List<byte[]> stored = open.database()
                .getCollection("trackingtokens")
                .find(Filters.eq("segment", 0))
                .map(entry -> entry.get("token", Binary.class).getData())
                .into(new ArrayList<>());
        assertThat(stored).singleElement(BYTE_ARRAY).hasSizeLessThanOrEqualTo(32);
    }
}
