package com.videowindow.patina.projections.runner;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/** A token store that says where each claim starts: Axon itself tells nobody. */
final class ClaimNoticingTokens implements TokenStore {
    private final TokenStore tokens;
    private final Watermarks watermarks;
    private final Runnable onClaim;

    ClaimNoticingTokens(TokenStore tokens, Watermarks watermarks, Runnable onClaim) {
        this.tokens = tokens;
        this.watermarks = watermarks;
        this.onClaim = onClaim;
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        return noticed(segment, tokens.fetchToken(processor, segment));
    }

    @Override
    public TrackingToken fetchToken(String processor, Segment segment) {
        return noticed(segment.getSegmentId(), tokens.fetchToken(processor, segment));
    }

    private TrackingToken noticed(int segment, TrackingToken token) {
        onClaim.run();
        watermarks.claimed(segment, Positioned.position(token));
        return token;
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        watermarks.released(segment);
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        int[] segments = tokens.fetchSegments(processor);
        watermarks.segments(segments);
        return segments;
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return tokens.fetchAvailableSegments(processor);
    }

    @Override
    public void initializeTokenSegments(String processor, int count) {
        tokens.initializeTokenSegments(processor, count);
        watermarks.segments(tokens.fetchSegments(processor));
    }

    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        tokens.initializeTokenSegments(processor, count, initial);
        watermarks.segments(tokens.fetchSegments(processor));
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        tokens.storeToken(token, processor, segment);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        tokens.extendClaim(processor, segment);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        tokens.initializeSegment(token, processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        tokens.deleteToken(processor, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }
}
