package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;

/** A kind of data of which something was meant by a request and stays, since it rests on another basis than consent. */
public record Kept(DataCategory category, LawfulBasis basis) {}
