package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From here on it cannot be cancelled: keys may be gone already.
 *
 * @param kinds whose keys are destroyed and made anew, with what stays of them
 * @param places of all that goes, by whichever way it was found, and of what described it
 * @param kept what was meant too and stays; absent where nothing is
 */
public record PartErasureStarted(
        ErasureId erasure,
        SubjectId subject,
        Set<DataCategory> kinds,
        Places places,
        @Nullable List<Kept> kept,
        Instant at)
        implements PartStep {
    @Override
    public boolean changesWhatIsKnown() {
        return true;
    }
}
