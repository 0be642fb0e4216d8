/** Orders: kept because of the contract, never for a profile without consent. */
@NullMarked
package com.videowindow.patina.domain.commerce;

import org.jspecify.annotations.NullMarked;
