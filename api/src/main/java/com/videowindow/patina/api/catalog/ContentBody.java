package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Content as its makers write it: one flat object. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ContentBody(
        @Nullable ContentId id,
        String title,
        @Nullable String description,
        @Nullable URI thumbnail,

        @Schema(description = "The public handle of who made it, which everybody sees: nobody's user id.")
        CreatorId creator,

        @Nullable String category,
        @Nullable String subcategory,
        List<String> alsoIn,
        List<String> techniques,
        List<String> materials,
        @Nullable SkillLevel skill,
        List<String> tags,
        @Nullable String language,
        @Nullable String transcript,
        @Nullable Duration duration,
        Instant publishedAt,
        List<Float> embedding)
        implements ItemBody {

    /** Under this name, if it keeps the bounds. */
    Content as(ContentId name) {
        return ItemBody.within(() -> new Content(name, told(), transcript, duration, publishedAt, embedding));
    }

    /** Under the name that it brings itself, as a line of an import must. */
    Content named() {
        return as(Objects.requireNonNull(id));
    }

    static ContentBody of(Content content) {
        Description told = content.description();
        return new ContentBody(
                content.id(),
                told.title(),
                told.summary(),
                told.thumbnail(),
                told.creator(),
                told.category(),
                told.subcategory(),
                told.alsoIn(),
                told.techniques(),
                told.materials(),
                told.skill(),
                told.tags(),
                told.language(),
                content.transcript(),
                content.duration(),
                content.publishedAt(),
                content.embedding());
    }
}
