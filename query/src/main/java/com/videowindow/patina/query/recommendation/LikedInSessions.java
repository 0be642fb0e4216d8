package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import java.util.List;

/**
 * By what those liked next who liked the same of late, for a guest, of whom nothing else is known; beside what a model says of
 * the same session, where one is in force. Relative to what they say most: a guest has no history of which anything could be taken
 * away.
 */
final class LikedInSessions implements Together {
    private static final float OF_MODEL = 2f / 3;

    private final Shelf shelf;
    private final CrowdSessions.Heard heard;
    private final Together other;

    /** @param other by the model in force or the crowd; the crowd's pairs are told by sessions better */
    LikedInSessions(Shelf shelf, CrowdSessions.Heard heard, Together other) {
        this.shelf = shelf;
        this.heard = heard;
        this.other = other;
    }

    @Override
    public float of(int content) {
        return beside(content, shelf.model().isEmpty() ? 0 : other.of(content));
    }

    @Override
    public float hint(int content) {
        return beside(content, shelf.model().isEmpty() ? 0 : other.hint(content));
    }

    private float beside(int content, float model) {
        float said = (float) heard.of(id(content));
        return shelf.model().isEmpty() ? said : OF_MODEL * model + (1 - OF_MODEL) * said;
    }

    private ContentId id(int content) {
        return shelf.catalog().content(content).id();
    }

    @Override
    public List<ContentId> because(int content) {
        List<ContentId> because = heard.because(id(content));
        return because.isEmpty() && shelf.model().isPresent() ? other.because(content) : because;
    }
}
