package com.videowindow.patina.benchmarks.training;

import com.videowindow.patina.learning.linear.SymmetricMatrix;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.concurrent.ForkJoinPool;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_MT_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The same matrix, inverted by ours and by EJML's Cholesky in blocks, with as many threads. */
final class Inverting {
    private static final double PENALTY = 500;

    private Inverting() {}

    private interface Adding {
        void add(int row, int column, double value);
    }

    static SymmetricMatrix ours(UserItemMatrix liked, ForkJoinPool workers) {
        SymmetricMatrix matrix = new SymmetricMatrix(liked.items());
        fill(liked, matrix::add);
        matrix.invert(workers);
        return matrix;
    }

    static DMatrixRMaj ejml(UserItemMatrix liked, int threads) {
        DMatrixRMaj matrix = new DMatrixRMaj(liked.items(), liked.items());
        fill(liked, (row, column, value) -> {
            matrix.add(row, column, value);
            if (row != column) {
                matrix.add(column, row, value);
            }
        });
        EjmlConcurrency.setMaxThreads(threads);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_MT_DDRM.symmPosDef(liked.items());
        if (!solver.setA(matrix)) {
            throw new IllegalStateException("EJML takes the matrix for singular");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(liked.items(), liked.items());
        solver.invert(inverse);
        return inverse;
    }

    private static void fill(UserItemMatrix liked, Adding to) {
        for (int user = 0; user < liked.users(); user++) {
            Likes likes = liked.likesOf(user);
            for (int i = 0; i < likes.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    to.add(likes.number(i), likes.number(j), likes.strength(i) * likes.strength(j));
                }
            }
        }
        for (int item = 0; item < liked.items(); item++) {
            to.add(item, item, PENALTY);
        }
    }

    /** The largest difference in proportion to the largest element. */
    static double difference(SymmetricMatrix ours, DMatrixRMaj theirs) {
        double difference = 0;
        double largest = 0;
        for (int row = 0; row < ours.size(); row++) {
            for (int column = 0; column < ours.size(); column++) {
                difference = Math.max(difference, Math.abs(ours.get(row, column) - theirs.get(row, column)));
                largest = Math.max(largest, Math.abs(ours.get(row, column)));
            }
        }
        return difference / largest;
    }
}
