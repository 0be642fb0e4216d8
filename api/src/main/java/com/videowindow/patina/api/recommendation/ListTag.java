package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.Recommendations;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of a list: its id and a digest of what it shows, and whether it goes on. The id seeds exploration, so ranking again under the same id
 * gives the same list as long as nothing that it rests on has changed: no list has to be remembered to compare.
 */
record ListTag(RecommendationId id, int digest) {

    private static final int MOST = 8;
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"([0-9a-f-]{36})\\.([0-9a-f]{1,8})\"");

    static ListTag of(Recommendations list) {
        return new ListTag(
                list.id(),
                java.util.Objects.hash(
                        list.model(),
                        list.algorithm(),
                        list.fallback(),
                        list.rung(),
                        list.empty(),
                        ListsBefore.mayGoOn(list.served()),
                        list.items()));
    }

    /** Those of the header that are ours, at most {@value #MOST}: each costs a ranking to compare. */
    static Stream<ListTag> all(@Nullable String header) {
        return header == null
                ? Stream.empty()
                : Arrays.stream(header.split(",", -1))
                        .limit(MOST)
                        .map(String::strip)
                        .flatMap(each -> parse(each).stream());
    }

    private static Optional<ListTag> parse(String header) {
        Matcher tag = FORM.matcher(header);
        if (!tag.matches()) {
            return Optional.empty();
        }
        try {
            RecommendationId id = new RecommendationId(UUID.fromString(tag.group(1)));
            return Optional.of(new ListTag(id, Integer.parseUnsignedInt(tag.group(2), 16)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String header() {
        return "\"" + id + "." + Integer.toHexString(digest) + "\"";
    }
}
