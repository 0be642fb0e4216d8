package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/**
 * Erasures, the newest first. Answers an {@link ErasurePage}.
 *
 * @param state all when absent
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindErasures(
        @Nullable ErasureState state, @Nullable String cursor, int limit) {}
