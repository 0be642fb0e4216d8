/** HashiCorp Vault's transit engine (and OpenBao's, which is the same) as what keeps the master key, behind Tink's interfaces. */
@NullMarked
package com.videowindow.patina.eventlog.privacy.vault;

import org.jspecify.annotations.NullMarked;
