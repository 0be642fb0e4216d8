package com.videowindow.patina.projections;

import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a log and a node to itself, on an Elasticsearch that was emptied before. */
abstract class OneNode {
    final OpenLog log = new OpenLog();
    Node node = Node.on(log, SharedElasticsearch.uri());

    @BeforeEach
    void startEmpty() {
        Elastic.empty(node.the(ReadSide.class));
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }
}
