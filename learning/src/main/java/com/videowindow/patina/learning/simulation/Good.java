package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.Product;

/**
 * Something that is sold: the tool of a technique, or a material.
 *
 * @param technique by number; -1 of a material
 * @param material by number; -1 of a tool
 * @param price in euros
 */
public record Good(int number, Product product, int technique, int material, int price) {}
