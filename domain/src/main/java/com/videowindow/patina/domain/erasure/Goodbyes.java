package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * As whom people who leave were known, sealed beside the keys until everybody who has to know was told. The name of a user is
 * nowhere else: the directory has keyed names only, and those go first.
 */
public interface Goodbyes {

    /**
     * One that is not over.
     *
     * @param since when the erasure was about to be asked for
     */
    record Open(ErasureId erasure, SubjectId subject, Instant since) {}

    /** Before the erasure is asked for, so that it cannot be asked for without. */
    void remember(ErasureId erasure, SubjectId subject, PlatformUserId user, Instant now);

    List<Open> open();

    /** As whom the others know them; absent once it is over. */
    Optional<PlatformUserId> userOf(ErasureId erasure);

    /** Everybody was told, or nobody leaves: the name goes for good. */
    void end(ErasureId erasure);
}
