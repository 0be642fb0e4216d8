/** What the embedded stores promise, shown on the stores themselves. */
package com.videowindow.patina.embedded;
