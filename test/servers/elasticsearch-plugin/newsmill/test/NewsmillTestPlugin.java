package newsmill.test;

import java.util.*;
import java.util.function.*;
import org.apache.lucene.analysis.*;
import org.elasticsearch.action.ActionRequest;
import org.elasticsearch.action.ActionResponse;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.*;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.*;
import org.elasticsearch.rest.*;

/**
 * For tests only: gives the bare Elasticsearch integ-test distribution what an ordinary one has from its modules
 * rest-root and analysis-common, under the same names, so that one index template works on both.
 */
public class NewsmillTestPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {
    @Override
    public Collection<RestHandler> getRestHandlers(Settings settings, NamedWriteableRegistry registry, RestController controller,
            ClusterSettings clusterSettings, IndexScopedSettings indexSettings, SettingsFilter filter, IndexNameExpressionResolver resolver,
            Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new RootHandler(settings));
    }

    @Override
    public Collection<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
        return List.of(new ActionHandler<>(MainAction.TYPE, MainAction.class));
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() { return Analyzers.all(); }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() { return TokenFilters.all(); }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() { return Tokenizers.all(); }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() { return CharFilters.all(); }
}
