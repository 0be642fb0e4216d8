package com.videowindow.patina.learning.linear;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A symmetric matrix: tiles of its lower triangle, 4 bytes an element of the whole. Beyond its size stands the identity.
 *
 * <p>Inverting it sweeps the diagonal, a block at a time: with {@code D} the block, {@code P} what stands in its columns, all
 * else loses {@code P D⁻¹ Pᵀ}, {@code P} becomes {@code P D⁻¹} and {@code D} becomes {@code -D⁻¹}; once every block was
 * swept, there stands the negative inverse. It needs no pivoting for positive definite matrices, no second matrix, and is
 * nothing but products of tiles, each written by one task: so threads change the time and not a bit.
 *
 * <p>Cost: n³/2 multiplications, half of Gauss and Jordan's; memory: one column of tiles twice.
 *
 * <p>Reference: Goodnight, A Tutorial on the SWEEP Operator (1979).
 */
public final class SymmetricMatrix {
    private final int size;
    private final int blocks;
    private final double[][] tiles;

    public SymmetricMatrix(int size) {
        this.size = size;
        this.blocks = (size + Tile.SIDE - 1) / Tile.SIDE;
        this.tiles = new double[blocks * (blocks + 1) / 2][Tile.LENGTH];
        for (int i = size; i < blocks * Tile.SIDE; i++) {
            add(i, i, 1);
        }
    }

    public int size() {
        return size;
    }

    public double get(int row, int column) {
        return tiles[tileOf(row, column)][placeOf(row, column)];
    }

    /** Adds to the element, which is also that of column and row. */
    public void add(int row, int column, double value) {
        tiles[tileOf(row, column)][placeOf(row, column)] += value;
        if (row != column && row / Tile.SIDE == column / Tile.SIDE) {
            tiles[tileOf(row, column)][placeOf(column, row)] += value;
        }
    }

    /**
     * Becomes its inverse.
     *
     * @throws ArithmeticException where it is not positive definite; what stands then is neither
     */
    public void invert(ForkJoinPool workers) {
        for (int block = 0; block < blocks; block++) {
            sweep(block, workers);
        }
        each(workers, tiles.length, tile -> negate(tiles[tile]));
    }

    private void sweep(int block, ForkJoinPool workers) {
        double[] inverse = Tile.inverse(tiles[at(block, block)]);
        double[][] across = new double[blocks][];
        double[][] scaled = new double[blocks][];
        each(workers, blocks, i -> {
            if (i != block) {
                double[] down = i > block ? tiles[at(i, block)] : Tile.transposed(tiles[at(block, i)]);
                across[i] = i > block ? Tile.transposed(down) : tiles[at(block, i)].clone();
                scaled[i] = Tile.product(down, inverse);
            }
        });
        each(workers, tiles.length, tile -> {
            int row = rowOf(tile);
            int column = tile - at(row, 0);
            if (row != block && column != block) {
                Tile.subtractProduct(tiles[tile], scaled[row], across[column]);
            }
        });
        for (int i = 0; i < blocks; i++) {
            if (i > block) {
                tiles[at(i, block)] = scaled[i];
            } else if (i < block) {
                tiles[at(block, i)] = Tile.transposed(scaled[i]);
            }
        }
        negate(inverse);
        tiles[at(block, block)] = inverse;
    }

    private static void each(ForkJoinPool workers, int count, IntConsumer task) {
        workers.submit(() -> IntStream.range(0, count).parallel().forEach(task)).join();
    }

    private static void negate(double[] tile) {
        for (int i = 0; i < tile.length; i++) {
            tile[i] = -tile[i];
        }
    }

    private static int tileOf(int row, int column) {
        int one = row / Tile.SIDE;
        int other = column / Tile.SIDE;
        return at(Math.max(one, other), Math.min(one, other));
    }

    /** Within its tile: by row and column where the row's block is not the upper one, else turned. */
    private static int placeOf(int row, int column) {
        boolean turned = row / Tile.SIDE < column / Tile.SIDE;
        int down = (turned ? column : row) % Tile.SIDE;
        return down * Tile.SIDE + (turned ? row : column) % Tile.SIDE;
    }

    private static int at(int blockRow, int blockColumn) {
        return blockRow * (blockRow + 1) / 2 + blockColumn;
    }

    private static int rowOf(int tile) {
        int row = (int) ((StrictMath.sqrt(8.0 * tile + 1) - 1) / 2);
        return at(row + 1, 0) <= tile ? row + 1 : row;
    }
}
