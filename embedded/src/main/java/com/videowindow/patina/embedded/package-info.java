/** The two stores for a machine without any: a durable MongoDB-protocol server and a real Elasticsearch, both local. */
@NullMarked
package com.videowindow.patina.embedded;

import org.jspecify.annotations.NullMarked;
