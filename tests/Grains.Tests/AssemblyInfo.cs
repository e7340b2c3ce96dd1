// A test cluster fills both cores by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
