package io.labrun.cli;

import io.labrun.load.LoadResult;
import io.labrun.report.graph.Topology;
import java.util.Optional;

/**
 * What came of looking for a scenario's topology.
 *
 * @param loaded what was read
 * @param topology empty where the file has mistakes
 */
record Drawing(LoadResult loaded, Optional<Topology> topology) {}
