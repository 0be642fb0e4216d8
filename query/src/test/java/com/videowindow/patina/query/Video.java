package com.videowindow.patina.query;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A video in a test, described step by step. */
public record Video(
        String id,
        String category,
        List<String> techniques,
        String creator,
        @Nullable SkillLevel skill,
        @Nullable String language,
        List<String> tags,
        Instant publishedAt,
        @Nullable Duration duration) {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    public static Video video(String id, String category, String... techniques) {
        return new Video(id, category, List.of(techniques), "maker-of-" + id, null, null, List.of(), LONG_AGO, null);
    }

    public Video by(String maker) {
        return new Video(id, category, techniques, maker, skill, language, tags, publishedAt, duration);
    }

    public Video level(SkillLevel level) {
        return new Video(id, category, techniques, creator, level, language, tags, publishedAt, duration);
    }

    public Video in(String tongue) {
        return new Video(id, category, techniques, creator, skill, tongue, tags, publishedAt, duration);
    }

    public Video tagged(String... labels) {
        return new Video(id, category, techniques, creator, skill, language, List.of(labels), publishedAt, duration);
    }

    public Video published(Instant at) {
        return new Video(id, category, techniques, creator, skill, language, tags, at, duration);
    }

    public Video lasting(Duration length) {
        return new Video(id, category, techniques, creator, skill, language, tags, publishedAt, length);
    }

    /** Its title is its id with a capital letter. */
    public Content content() {
        String title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        Description description = new Description(
                title,
                null,
                null,
                new CreatorId(creator),
                category,
                null,
                List.of(),
                techniques,
                List.of(),
                skill,
                tags,
                language);
        return new Content(new ContentId(id), description, null, duration, publishedAt, List.of());
    }
}
