// Two at a time: they mostly wait, for leases and for what was killed to come back.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
