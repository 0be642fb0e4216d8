package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import com.videowindow.patina.domain.recommendation.ListTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What next after what somebody just watched, whoever it is. Answers {@link SessionList}. It names nobody, so nothing that is
 * known of anybody has a part in it, and nothing is kept.
 *
 * @param recent what was watched, the newest last
 * @param limit 1 to 100
 * @param language of the reasons
 * @param budget how long it may take; absent for any time
 */
@AboutNobody
public record FindForSession(
        List<ContentId> recent,
        int limit,
        ListTerms asked,
        Locale language,
        Instant now,
        @Nullable Duration budget) {
    public static final int MOST_RECENT = 50;

    public FindForSession {
        recent = Check.atMost("recent", MOST_RECENT, recent);
    }

    /** For as long as it takes. */
    public FindForSession(List<ContentId> recent, int limit, ListTerms asked, Locale language, Instant now) {
        this(recent, limit, asked, language, now, null);
    }
}
