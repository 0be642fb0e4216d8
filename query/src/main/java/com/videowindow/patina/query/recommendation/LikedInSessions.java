package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import java.util.List;

/**
 * By what those liked next who liked the same of late, for a guest, of whom nothing else is known; by a half by what a model says of
 * the same session, where one is in force. Each is relative to what it says most: a guest has no history of which anything could be
 * taken away.
 *
 * <p>Cost: a score of everything by the model; beyond {@link Candidates#ALL} pieces without the products of its factors.
 */
final class LikedInSessions implements Together {
    private final Shelf shelf;
    private final CrowdSessions.Heard heard;
    private final Together other;
    private final float most;

    /** @param other by the model in force or the crowd; the crowd's pairs are told by sessions better */
    LikedInSessions(Shelf shelf, CrowdSessions.Heard heard, Together other) {
        this.shelf = shelf;
        this.heard = heard;
        this.other = other;
        this.most = shelf.model().isEmpty() ? 0 : most();
    }

    private float most() {
        int all = shelf.catalog().size();
        float highest = 0;
        for (int content = 0; content < all; content++) {
            highest = Math.max(highest, all <= Candidates.ALL ? other.of(content) : other.hint(content));
        }
        return highest;
    }

    @Override
    public float of(int content) {
        return beside(content, most == 0 ? 0 : other.of(content));
    }

    @Override
    public float hint(int content) {
        return beside(content, most == 0 ? 0 : other.hint(content));
    }

    @Override
    public List<Float> vector() {
        return most == 0 ? List.of() : other.vector();
    }

    private float beside(int content, float model) {
        float said = (float) heard.of(id(content));
        return most == 0 ? said : (Math.clamp(model / most, -1, 1) + said) / 2;
    }

    private ContentId id(int content) {
        return shelf.catalog().content(content).id();
    }

    @Override
    public List<ContentId> because(int content) {
        List<ContentId> because = heard.because(id(content));
        return because.isEmpty() && most > 0 ? other.because(content) : because;
    }
}
