package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What content and products tell of themselves alike. */
sealed interface ItemBody permits ContentBody, ProductBody {

    String title();

    @Nullable
    String description();

    @Nullable
    URI thumbnail();

    CreatorId creator();

    @Nullable
    String category();

    @Nullable
    String subcategory();

    List<String> alsoIn();

    List<String> techniques();

    List<String> materials();

    @Nullable
    SkillLevel skill();

    List<String> tags();

    @Nullable
    String language();

    default Description told() {
        String tag = language();
        return new Description(
                title(),
                description(),
                thumbnail(),
                creator(),
                category(),
                subcategory(),
                alsoIn(),
                techniques(),
                materials(),
                skill(),
                tags(),
                tag == null ? null : Check.existingLanguage("language", tag));
    }

    /** The body is flat and the domain names what is out of bounds first, so that name is the field's path. */
    static <T> T within(Supplier<T> bounds) {
        try {
            return bounds.get();
        } catch (IllegalArgumentException outside) {
            String[] said = String.valueOf(outside.getMessage()).split(" ", 2);
            throw Unacceptable.field(said[0], said[said.length - 1]);
        }
    }
}
