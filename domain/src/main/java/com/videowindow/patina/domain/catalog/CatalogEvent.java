package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.DomainEvent;

/** A change of what can be shown or sold. */
public sealed interface CatalogEvent extends DomainEvent
        permits ContentPublished,
                ContentRetired,
                ContentRestored,
                EditorialListSet,
                EditorialRulesSet,
                ProductListed,
                ProductRetired,
                ProductRestored {}
