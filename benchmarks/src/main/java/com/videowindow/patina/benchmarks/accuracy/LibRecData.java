package com.videowindow.patina.benchmarks.accuracy;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.Table;
import net.librec.conf.Configuration;
import net.librec.data.DataAppender;
import net.librec.data.DataContext;
import net.librec.data.DataConvertor;
import net.librec.data.DataModel;
import net.librec.data.DataSplitter;
import net.librec.math.structure.DataSet;
import net.librec.math.structure.SparseMatrix;
import org.jspecify.annotations.Nullable;

/** What is learned from, as LibRec wants it; users and items are named by their numbers, and there is nothing to test. */
final class LibRecData implements DataModel, DataSplitter {
    private final SparseMatrix train;
    private final SparseMatrix test;
    private final Configuration configuration;

    LibRecData(Known known, boolean values, Configuration configuration) {
        int users = known.liked().users();
        int items = known.liked().items();
        Table<Integer, Integer, Double> table = HashBasedTable.create();
        known.ratings().all().forEach(rating -> table.put(rating.user(), rating.item(), values ? rating.value() : 1.0));
        this.train = new SparseMatrix(users, items, table);
        this.test = new SparseMatrix(users, items, HashBasedTable.<Integer, Integer, Double>create());
        this.configuration = configuration;
    }

    @Override
    public DataSet getTrainDataSet() {
        return train;
    }

    @Override
    public DataSet getTestDataSet() {
        return test;
    }

    @Override
    public SparseMatrix getTrainData() {
        return train;
    }

    @Override
    public SparseMatrix getTestData() {
        return test;
    }

    @Override
    public BiMap<String, Integer> getUserMappingData() {
        return numbered(train.numRows());
    }

    @Override
    public BiMap<String, Integer> getItemMappingData() {
        return numbered(train.numColumns());
    }

    private static BiMap<String, Integer> numbered(int size) {
        BiMap<String, Integer> names = HashBiMap.create(size);
        for (int number = 0; number < size; number++) {
            names.put(Integer.toString(number), number);
        }
        return names;
    }

    @Override
    public DataContext getContext() {
        return new DataContext(configuration);
    }

    @Override
    public DataSplitter getDataSplitter() {
        return this;
    }

    @Override
    public @Nullable DataSet getValidDataSet() {
        return null;
    }

    @Override
    public @Nullable SparseMatrix getValidData() {
        return null;
    }

    @Override
    public @Nullable DataSet getDatetimeDataSet() {
        return null;
    }

    @Override
    public @Nullable DataAppender getDataAppender() {
        return null;
    }

    @Override
    public void buildDataModel() {}

    @Override
    public void loadDataModel() {}

    @Override
    public void saveDataModel() {}

    @Override
    public void splitData() {}

    @Override
    public void setDataConvertor(DataConvertor convertor) {}
}
