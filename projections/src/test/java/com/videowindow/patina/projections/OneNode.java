package com.videowindow.patina.projections;

import org.junit.jupiter.api.AfterEach;

/** Each test has a log and a node to itself, on an Elasticsearch that was emptied before. */
abstract class OneNode {
    final OpenLog log = new OpenLog();
    Node node = Node.on(log, Elastic.emptied());

    @AfterEach
    void close() {
        node.close();
        log.close();
    }
}
