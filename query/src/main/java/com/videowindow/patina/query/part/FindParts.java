package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/**
 * Erasures of parts, the newest first. Answers an {@link PartPage}.
 *
 * @param state all when absent
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindParts(
        @Nullable ErasureState state, @Nullable String cursor, int limit) {}
