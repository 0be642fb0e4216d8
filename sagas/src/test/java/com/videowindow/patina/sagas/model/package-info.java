@NullMarked
package com.videowindow.patina.sagas.model;

import org.jspecify.annotations.NullMarked;
