package com.videowindow.patina.projections;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** The tokens as a second node sees them while the first holds every claim. */
record TakenTokens(TokenStore others) implements TokenStore {
    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        throw new UnableToClaimTokenException("claimed by another node");
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        throw new UnableToClaimTokenException("claimed by another node");
    }

    @Override
    public void releaseClaim(String processor, int segment) {}

    @Override
    public int[] fetchSegments(String processor) {
        return others.fetchSegments(processor);
    }
}
