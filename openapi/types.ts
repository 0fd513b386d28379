// Made from openapi.json by `npm run openapi`.
export interface paths {
    "/v1/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sides
         * @description All sides that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listSides"];
        put?: never;
        /**
         * Record a side
         * @description Records a side and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createSide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sides/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a side
         * @description The side as it is now, with the ETag that a change of it needs.
         */
        get: operations["getSide"];
        put?: never;
        post?: never;
        /**
         * Delete a side
         * @description Deletes the side; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteSide"];
        options?: never;
        head?: never;
        /**
         * Revise a side
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseSide"];
        trace?: never;
    };
    "/v1/sides/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a side
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listSideHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the disputes
         * @description All disputes that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Record a dispute
         * @description Records a dispute and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dispute
         * @description The dispute as it is now, with the ETag that a change of it needs.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        /**
         * Delete a dispute
         * @description Deletes the dispute; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteDispute"];
        options?: never;
        head?: never;
        /**
         * Revise a dispute
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseDispute"];
        trace?: never;
    };
    "/v1/disputes/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a dispute
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listDisputeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the positions of a dispute
         * @description Which side holds what on each question of the dispute, and whether the question is contested, agreed, one-sided, or without a position.
         */
        get: operations["getDisputePositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the balance of a dispute
         * @description How much each side is heard, how many of its quotes stand in their articles, and how it is answered.
         */
        get: operations["getDisputeBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the questions
         * @description All questions that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listQuestions"];
        put?: never;
        /**
         * Record a question
         * @description Records a question and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a question
         * @description The question as it is now, with the ETag that a change of it needs.
         */
        get: operations["getQuestion"];
        put?: never;
        post?: never;
        /**
         * Delete a question
         * @description Deletes the question; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteQuestion"];
        options?: never;
        head?: never;
        /**
         * Revise a question
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseQuestion"];
        trace?: never;
    };
    "/v1/questions/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a question
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listQuestionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the outlets
         * @description All outlets that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listOutlets"];
        put?: never;
        /**
         * Record an outlet
         * @description Records an outlet and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createOutlet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outlets/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an outlet
         * @description The outlet as it is now, with the ETag that a change of it needs.
         */
        get: operations["getOutlet"];
        put?: never;
        post?: never;
        /**
         * Delete an outlet
         * @description Deletes the outlet; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteOutlet"];
        options?: never;
        head?: never;
        /**
         * Revise an outlet
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseOutlet"];
        trace?: never;
    };
    "/v1/outlets/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an outlet
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listOutletHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the articles
         * @description All articles that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Record an article
         * @description Records an article and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article
         * @description The article as it is now, with the ETag that a change of it needs.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        /**
         * Delete an article
         * @description Deletes the article; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        /**
         * Revise an article
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseArticle"];
        trace?: never;
    };
    "/v1/articles/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an article
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listArticleHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots of an article
         * @description Every text of it that was retrieved, the oldest first, without the texts themselves.
         */
        get: operations["listSnapshots"];
        put?: never;
        /**
         * Keep a retrieved text of an article
         * @description Keeps the text as the next snapshot. Statements that had no text are checked against it; of every other the drift is told, while its anchor stays where it was. Needs a key with the scope `write`.
         */
        post: operations["createSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what became of the quotes in later texts of an article
         * @description For every statement that was anchored and every later snapshot: unchanged, moved, altered (with what stands there instead) or gone. By statement, then by snapshot.
         */
        get: operations["listArticleDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give the verified quotes of an article as Web Annotations
         * @description An Annotation Collection of the W3C model with its first page inside, for tools that show quotes in their place. With a cursor, a further page.
         */
        get: operations["listArticleAnnotations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/snapshots/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a snapshot with its text
         * @description The text is its outlet’s, so reading it in full needs a key, unless the service says `PUBLIC_TEXT=true`. Needs a key with the scope `read`.
         */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the speakers
         * @description All speakers that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listSpeakers"];
        put?: never;
        /**
         * Record a speaker
         * @description Records a speaker and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createSpeaker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a speaker
         * @description The speaker as it is now, with the ETag that a change of it needs.
         */
        get: operations["getSpeaker"];
        put?: never;
        post?: never;
        /**
         * Delete a speaker
         * @description Deletes the speaker; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteSpeaker"];
        options?: never;
        head?: never;
        /**
         * Revise a speaker
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseSpeaker"];
        trace?: never;
    };
    "/v1/speakers/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a speaker
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listSpeakerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{ref}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the positions of a speaker
         * @description What the speaker held on each question over time, and where a stance turned.
         */
        get: operations["getSpeakerPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claims
         * @description All claims that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listClaims"];
        put?: never;
        /**
         * Record a claim
         * @description Records a claim and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim
         * @description The claim as it is now, with the ETag that a change of it needs.
         */
        get: operations["getClaim"];
        put?: never;
        post?: never;
        /**
         * Delete a claim
         * @description Deletes the claim; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteClaim"];
        options?: never;
        head?: never;
        /**
         * Revise a claim
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseClaim"];
        trace?: never;
    };
    "/v1/claims/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a claim
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listClaimHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a claim into another
         * @description Lets one claim stand as another of the same question, and answers that one: statements, relations, reviews and corrections follow, and so do references and filters by the old slug; the old address answers 308. Where a statement has a stance to both, the target's stands. `/unmerge` undoes it. `If-Match` is heeded when it is sent. Needs a key with the scope `write`.
         */
        post: operations["mergeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the merge of a claim
         * @description Lets a claim that was merged stand for itself again, and answers it: what was written for it and followed the merge comes back; what was changed in between stays changed. `If-Match` is heeded when it is sent. Needs a key with the scope `write`.
         */
        post: operations["unmergeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/counterclaims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the counter-claims of a claim
         * @description The claims that compete with a claim, why they do, and how many statements take each stance on them, the oldest first.
         */
        get: operations["listCounterclaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claim relations
         * @description All claim relations that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listClaimRelations"];
        put?: never;
        /**
         * Record a claim relation
         * @description Records a claim relation and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createClaimRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-relations/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim relation
         * @description The claim relation as it is now, with the ETag that a change of it needs.
         */
        get: operations["getClaimRelation"];
        put?: never;
        post?: never;
        /**
         * Delete a claim relation
         * @description Deletes the claim relation; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteClaimRelation"];
        options?: never;
        head?: never;
        /**
         * Revise a claim relation
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseClaimRelation"];
        trace?: never;
    };
    "/v1/claim-relations/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a claim relation
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listClaimRelationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements
         * @description All statements that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listStatements"];
        put?: never;
        /**
         * Record a statement
         * @description Records who said what, as one article reports it. The quote is looked up in the newest text of the article: words that do not stand there are refused with what was found, unless the quote is `indirect` or the statement a `draft`. Dispute, side, title and language are inferred where they are left out. A `rebuttal` written inside is recorded with it, or neither is. Needs a key with the scope `write`.
         */
        post: operations["createStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a statement
         * @description The statement as it is now, with the ETag that a change of it needs.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        /**
         * Withdraw a statement
         * @description Withdraws the statement for the reason in `Change-Comment`, answered or not: it leaves lists and counts at once, its address answers 410 with the reason, and history keeps it. Needs a key with the scope `write`.
         */
        delete: operations["deleteStatement"];
        options?: never;
        head?: never;
        /**
         * Revise a statement
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseStatement"];
        trace?: never;
    };
    "/v1/statements/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a statement
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listStatementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a withdrawn statement
         * @description Brings a withdrawn statement back as what it was, draft or published, with its stances, rebuttals, reviews and corrections. `If-Match` is heeded when it is sent. One whose words were redacted stays away: 410. Needs a key with the scope `write`.
         */
        post: operations["restoreStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact a statement
         * @description Removes the words for good, where the law demands it: from the statement, its history, the texts of its article (blanked, character by character), import jobs and the database's files. The chain of history still verifies, and one more line says publicly that and why words were removed, and from which lines. The statement is withdrawn with it and answers 410 with the reason. Backups made before, and copies that others took, are not reached. `If-Match` is heeded when it is sent. Needs a key with the scope `admin`.
         */
        post: operations["redactStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the thread of a statement
         * @description Everything that a statement answers and that answers it, over any number of steps, as JSON, as a Graphviz graph or as Argdown.
         */
        get: operations["getStatementThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rebuttals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rebuttals
         * @description All rebuttals that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listRebuttals"];
        put?: never;
        /**
         * Record a rebuttal
         * @description Records a rebuttal and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createRebuttal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rebuttals/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rebuttal
         * @description The rebuttal as it is now, with the ETag that a change of it needs.
         */
        get: operations["getRebuttal"];
        put?: never;
        post?: never;
        /**
         * Delete a rebuttal
         * @description Deletes the rebuttal; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteRebuttal"];
        options?: never;
        head?: never;
        /**
         * Revise a rebuttal
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseRebuttal"];
        trace?: never;
    };
    "/v1/rebuttals/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a rebuttal
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listRebuttalHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reviews
         * @description All reviews that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Record a review
         * @description Records a review and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review
         * @description The review as it is now, with the ETag that a change of it needs.
         */
        get: operations["getReview"];
        put?: never;
        post?: never;
        /**
         * Delete a review
         * @description Deletes the review; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        /**
         * Revise a review
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseReview"];
        trace?: never;
    };
    "/v1/reviews/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a review
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the corrections
         * @description All corrections that the filters let through, in pages. Filters are joined by AND, repeated values of one filter by OR.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Record a correction
         * @description Records a correction and gives it back as it is kept. Needs a key with the scope `write`.
         */
        post: operations["createCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a correction
         * @description The correction as it is now, with the ETag that a change of it needs.
         */
        get: operations["getCorrection"];
        put?: never;
        post?: never;
        /**
         * Delete a correction
         * @description Deletes the correction; its history stays. What others refer to is not deleted: 409 counts what refers to it. Needs a key with the scope `write`.
         */
        delete: operations["deleteCorrection"];
        options?: never;
        head?: never;
        /**
         * Revise a correction
         * @description Changes what the body names and leaves the rest (RFC 7396): null removes a member, a list replaces the whole list. Without a difference nothing is written. Needs a key with the scope `write`.
         */
        patch: operations["reviseCorrection"];
        trace?: never;
    };
    "/v1/corrections/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a correction
         * @description Who changed what, when and why, oldest first. It stays when the entity is withdrawn or deleted; the id leads to it then. Lines from the time when it was a draft are for keys that may write.
         */
        get: operations["listCorrectionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the change feed
         * @description Every change of the record, oldest first, in the order in which they were committed. Ask again with `after` set to the last `seq` that you have; nothing ever appears before it. Lines that were written while an entity was a draft are for keys that may write.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the change feed
         * @description The change feed as server-sent events: `id` is the `seq`, `data` the line. It begins after `Last-Event-ID`, else after `after`, else with what comes next. A comment is sent from time to time to show that the connection lives. A stream ends after a while, and when its reader is too slow; a reader that comes back with `Last-Event-ID`, as browsers do, misses nothing.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the pairs
         * @description Statements set against each other, each pair once with its strongest basis, by the date of the left, then that of the right. A page that would have to look through very many statements ends early; `next` goes on.
         */
        get: operations["listPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare claims
         * @description Two to six claims of one dispute side by side: who takes which stance on each, since when, in whose words, reported where, what uses all of them, and what is set against what.
         */
        get: operations["compareClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare wordings: who uses, denies and mentions them, where, and since when
         * @description Each wording is looked for in the quotes, its words one after another, with the inflections that a claim lists. In “there was no blockade” the speaker does not use the word: such statements are told apart as denials, and “so-called” as mentions. What the outlet itself says, outside statements and quotation marks, is counted apart from what it quotes.
         */
        get: operations["compareTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the record
         * @description Finds statements by quote and context, claims by text and terms, speakers by name and aliases, articles by title and retrieved texts; the best first, then the newest. Words are told apart without case, accents, vowel points and variants of letters; text written without spaces is found by any part of it. Of an article no more is shown than the sentence that was found, whoever asks.
         */
        get: operations["searchRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a quote stands in a text
         * @description Says how the quote stands in the text that is sent along, and where; of a quote that is almost right, what stands there instead and the first character that differs. Nothing is kept.
         */
        post: operations["verifyQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send records in as a stream
         * @description Send one record a line (NDJSON) as `application/x-ndjson`. The job tells how far it is, and what was wrong with which line. Needs a key with the scope `write`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an import is
         * @description What the job has read, made, changed and rejected so far, and what was wrong with which line. Needs a key with the scope `write`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys
         * @description All keys, revoked and expired ones too, the oldest first; never the keys themselves, of which only a hash is kept. Needs a key with the scope `admin`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description Makes a key with a scope: `read`, `write`, `admin`, each including the one before. The key is in this answer and nowhere else. Needs a key with the scope `admin`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description From now on the key opens nothing. It stays in the list, as revoked. Needs a key with the scope `admin`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give the figures of the process and its routes
         * @description For Prometheus: memory, event loop, and how long requests took by route and status.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the service lives
         * @description Answers whenever the process does; it asks nothing of the database.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the service can serve
         * @description Asks every part that the service needs, and says which of them is not ready.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give this document as JSON
         * @description All that the service can be asked for, in OpenAPI 3.1.
         */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give this document as YAML
         * @description The same as `/openapi.json`.
         */
        get: operations["getOpenapiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Annotation: {
            /** Format: uri */
            id: string;
            /** @constant */
            type: "Annotation";
            created: string;
            modified: string;
            /** @constant */
            motivation: "describing";
            body: {
                /** @constant */
                type: "SpecificResource";
                /** Format: uri */
                source: string;
                /** @constant */
                purpose: "describing";
            };
            target: {
                /** @constant */
                type: "SpecificResource";
                /** Format: uri */
                source: string;
                state?: {
                    /** @constant */
                    type: "TimeState";
                    sourceDate: string;
                    /** Format: uri */
                    cached?: string;
                };
                selector: [
                    {
                        /** @constant */
                        type: "TextQuoteSelector";
                        exact: string;
                        prefix?: string;
                        suffix?: string;
                    },
                    {
                        /** @constant */
                        type: "TextPositionSelector";
                        start: number;
                        end: number;
                    }
                ];
            }[];
        };
        AnnotationCollection: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            /** Format: uri */
            id: string;
            /** @constant */
            type: "AnnotationCollection";
            label: string;
            total: number;
            first: {
                /** Format: uri */
                id: string;
                /** @constant */
                type: "AnnotationPage";
                startIndex?: number;
                /** Format: uri */
                next?: string;
                items: components["schemas"]["Annotation"][];
            };
        };
        AnnotationPage: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            /** Format: uri */
            id: string;
            /** @constant */
            type: "AnnotationPage";
            startIndex?: number;
            /** Format: uri */
            next?: string;
            items: components["schemas"]["Annotation"][];
            partOf: {
                /** Format: uri */
                id: string;
                /** @constant */
                type: "AnnotationCollection";
            };
        };
        Article: {
            /** @example art_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /**
             * Format: uri
             * @example https://p.dw.com/p/4W3DS
             */
            url: string;
            title: string;
            outlet: components["schemas"]["OutletBrief"];
            byline: string[];
            agencies: string[];
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            publishedAt: string;
            /** @example en */
            language: string;
            archiveUrl: string | null;
            accessedAt: string | null;
            /** @description What was wrong in it, the newest first */
            corrections: components["schemas"]["CorrectionNote"][];
            /** @description How many texts of it were retrieved; the number of the newest one */
            snapshots: number;
        };
        ArticleBrief: {
            /** @example art_01k6v0a9q21y3 */
            id: string;
            /**
             * Format: uri
             * @example https://p.dw.com/p/4W3DS
             */
            url: string;
            title: string;
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            publishedAt: string;
            outlet: components["schemas"]["OutletBrief"];
        };
        ArticleDriftPage: {
            items: components["schemas"]["DriftOfStatement"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ArticleHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ArticleRevision: {
            /**
             * Format: uri
             * @example https://p.dw.com/p/4W3DS
             */
            url?: string;
            title?: string;
            /** @description An id or a slug; for an article also its URL */
            outlet?: string;
            byline?: string[] | null;
            agencies?: string[] | null;
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            publishedAt?: string;
            language?: string | null;
            archiveUrl?: string | null;
            accessedAt?: string | null;
        };
        ArticlesPage: {
            items: components["schemas"]["Article"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Balance: {
            dispute: components["schemas"]["DisputeBrief"];
            total: number;
            /** @description Statements that repeat another are counted once with it */
            utterances: number;
            range: {
                from: string | null;
                to: string | null;
            };
            sides: {
                side: {
                    /** @example sid_01k6v0a9q21y3 */
                    id: string;
                    /** @example limited-access */
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    role: "party" | "third-party" | "mediator";
                };
                /** @description Statements of the side */
                n: number;
                /** @description Statements that repeat another are counted once with it */
                utterances: number;
                /** @description n / total; 0 where there are none */
                share: number;
                /** @description Whose quote stands in the article: `exact`, `normalized` or `elided` */
                verified: number;
                /** @description That a statement rebuts; concessions and clarifications are no rebuttals */
                rebutted: number;
                /** @description That no statement rebuts: n less `rebutted` */
                unanswered: number;
                /** @description The median over its rebutted statements of the hours to the first rebuttal; of those only whose `saidAt` is known to the day on both ends. Days count 24 hours where a time is missing */
                medianHoursToRebuttal: number | null;
                /** @description Outlets that report it */
                outlets: number;
                range: {
                    from: string | null;
                    to: string | null;
                };
            }[];
        };
        Change: {
            seq: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            at: string;
            actor: string;
            /** @enum {string} */
            action: "create" | "revise" | "publish" | "delete" | "withdraw" | "restore" | "redact" | "merge" | "unmerge";
            entity: {
                type: string;
                id: string;
            };
            /** @description The revision that this change made */
            revision: number;
            /** @description JSON Patch (RFC 6902) of the entity; empty once the line was redacted */
            patch: ({
                op: string;
                path: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Why, in the words of who wrote it */
            comment: string | null;
            /** @description SHA-256 over the hash of the line before and this line */
            hash: string;
            /**
             * @description Its words were removed, as a later line `redact` says and why
             * @constant
             */
            redacted?: true;
        };
        ChangesPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Claim: {
            /** @example clm_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            dispute: components["schemas"]["DisputeBrief"];
            question: components["schemas"]["QuestionBrief"];
            text: string;
            /** @description Wordings that mark the claim, with their inflections */
            terms: string[];
            note: string | null;
            /** @description What was wrong in it, the newest first */
            corrections: components["schemas"]["CorrectionNote"][];
        };
        ClaimBrief: {
            /** @example clm_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            text: string;
        };
        ClaimComparison: {
            /** @description As asked for; where left open, the days of the first and the last statement */
            range: {
                from: string | null;
                to: string | null;
            };
            /** @description Distinct statements counted in any column */
            total: number;
            columns: {
                claim: components["schemas"]["ClaimBrief"];
                /** @description Statements that take any stance on it */
                n: number;
                /** @description Statements that repeat another are counted once with it */
                utterances: number;
                /** @description n / total; 0 where there are none */
                share: number;
                stances: {
                    support: number;
                    deny: number;
                    query: number;
                    comment: number;
                };
                speakers: number;
                outlets: number;
                articles: number;
                sides: {
                    side: components["schemas"]["SideBrief"];
                    n: number;
                    support: number;
                    deny: number;
                    query: number;
                    comment: number;
                }[];
                range: {
                    from: string | null;
                    to: string | null;
                };
                first: components["schemas"]["StatementBrief"] | null;
                latest: components["schemas"]["StatementBrief"] | null;
                /** @description The newest 10, one of each utterance */
                quotes: {
                    /** @example stm_01k6v0a9q21y3 */
                    id: string;
                    quote: string;
                    /** @enum {string} */
                    quoteType: "direct" | "indirect" | "mixed";
                    saidAt: string | null;
                    speaker: components["schemas"]["SpeakerBrief"];
                    side: {
                        /** @example sid_01k6v0a9q21y3 */
                        id: string;
                        /** @example limited-access */
                        slug: string;
                        name: string;
                        role: ("party" | "third-party" | "mediator") | null;
                    };
                    article: components["schemas"]["ArticleBrief"];
                    anchor: {
                        /** @enum {string} */
                        result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
                    };
                    /** @enum {string} */
                    stance: "support" | "deny" | "query" | "comment";
                }[];
            }[];
            /** @description Empty periods included */
            timeline: {
                period: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                /** @description In the order of the columns */
                counts: number[];
            }[];
            /** @description Who and what takes a stance on every one of the claims, those with most statements first; at most 50 of each */
            both: {
                speakers: {
                    /** @example spk_01k6v0a9q21y3 */
                    id: string;
                    /** @example limited-access */
                    slug: string;
                    name: string;
                    /** @description In the order of the columns */
                    counts: number[];
                }[];
                articles: {
                    /** @example art_01k6v0a9q21y3 */
                    id: string;
                    /**
                     * Format: uri
                     * @example https://p.dw.com/p/4W3DS
                     */
                    url: string;
                    title: string;
                    /**
                     * @example 2023-09-06
                     * @example 2023-09
                     * @example 2023
                     * @example 2023-09-06T14:00:00Z
                     */
                    publishedAt: string;
                    outlet: components["schemas"]["OutletBrief"];
                    /** @description In the order of the columns */
                    counts: number[];
                }[];
                /** @description False when each claim has over 1000 speakers or articles: of the claim with the fewest, those with most statements on it were looked for among the others */
                isComplete: boolean;
            };
            /** @description Between the claims compared */
            relations: components["schemas"]["ClaimRelation"][];
            /** @description What `/v1/pairs` tells with the same claims and filters; `next` is its cursor, and is taken here too */
            pairs: {
                items: components["schemas"]["Pair"][];
                next: string | null;
            };
        };
        ClaimHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ClaimRelation: {
            /** @example rel_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            claim: components["schemas"]["ClaimBrief"];
            /** @enum {string} */
            kind: "contradicts" | "reframes" | "narrows" | "supports" | "different-scope";
            target: components["schemas"]["ClaimBrief"];
            note: string | null;
        };
        ClaimRelationHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ClaimRelationRevision: {
            /** @description An id or a slug; for an article also its URL */
            claim?: string;
            /** @enum {string} */
            kind?: "contradicts" | "reframes" | "narrows" | "supports" | "different-scope";
            /** @description An id or a slug; for an article also its URL */
            target?: string;
            note?: string | null;
        };
        ClaimRelationsPage: {
            items: components["schemas"]["ClaimRelation"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ClaimRevision: {
            /** @description An id or a slug; for an article also its URL */
            question?: string;
            text?: string;
            slug?: string | null;
            terms?: string[] | null;
            note?: string | null;
        };
        ClaimsPage: {
            items: components["schemas"]["Claim"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Correction: {
            /** @example cor_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            statement: components["schemas"]["StatementBrief"] | null;
            article: components["schemas"]["ArticleBrief"] | null;
            claim: components["schemas"]["ClaimBrief"] | null;
            review: components["schemas"]["ReviewBrief"] | null;
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction" | "right-of-reply";
            note: string;
            /**
             * @description Since when it holds
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            effectiveAt: string;
        };
        CorrectionHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        CorrectionNote: {
            /** @example cor_01k6v0a9q21y3 */
            id: string;
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction" | "right-of-reply";
            note: string;
            /**
             * @description Since when it holds
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            effectiveAt: string;
        };
        CorrectionRevision: {
            statement?: string | null;
            article?: string | null;
            claim?: string | null;
            review?: string | null;
            /** @enum {string} */
            kind?: "correction" | "clarification" | "update" | "retraction" | "right-of-reply";
            note?: string;
            effectiveAt?: string | null;
        };
        CorrectionsPage: {
            items: components["schemas"]["Correction"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Counterclaim: {
            claim: components["schemas"]["ClaimBrief"];
            question: components["schemas"]["QuestionBrief"];
            /**
             * @description `relation` where a relation sets them against each other, else they answer the same question
             * @enum {string}
             */
            why: "question" | "relation";
            /** @description All relations between the two, whichever way they lead */
            relations: components["schemas"]["ClaimRelation"][];
            /** @description Statements that take any stance on it */
            n: number;
            /** @description Statements that repeat another are counted once with it */
            utterances: number;
            stances: {
                support: number;
                deny: number;
                query: number;
                comment: number;
            };
            range: {
                from: string | null;
                to: string | null;
            };
        };
        CounterclaimsPage: {
            items: components["schemas"]["Counterclaim"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Dispute: {
            /** @example dsp_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            title: string;
            summary: string | null;
            sides: {
                /** @example sid_01k6v0a9q21y3 */
                id: string;
                /** @example limited-access */
                slug: string;
                name: string;
                /** @enum {string} */
                role: "party" | "third-party" | "mediator";
            }[];
        };
        DisputeBrief: {
            /** @example dsp_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            title: string;
        };
        DisputeHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        DisputePositions: {
            dispute: components["schemas"]["DisputeBrief"];
            /** @description Statements that take a stance in this dispute */
            total: number;
            /** @description Statements that repeat another are counted once with it */
            utterances: number;
            range: {
                from: string | null;
                to: string | null;
            };
            sides: {
                /** @example sid_01k6v0a9q21y3 */
                id: string;
                /** @example limited-access */
                slug: string;
                name: string;
                /** @enum {string} */
                role: "party" | "third-party" | "mediator";
            }[];
            rows: {
                question: components["schemas"]["QuestionBrief"];
                /** @enum {string} */
                verdict: "contested" | "agreed" | "one-sided" | "no-position";
                n: number;
                /** @description Statements that repeat another are counted once with it */
                utterances: number;
                range: {
                    from: string | null;
                    to: string | null;
                };
                /** @description One of each side, in the order of `sides` */
                cells: {
                    side: {
                        /** @example sid_01k6v0a9q21y3 */
                        id: string;
                        /** @example limited-access */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        role: "party" | "third-party" | "mediator";
                    };
                    /** @description Statements of the side that take any stance on a claim of the question */
                    n: number;
                    /** @description Statements that repeat another are counted once with it */
                    utterances: number;
                    /** @description n / total; 0 where there are none */
                    share: number;
                    range: {
                        from: string | null;
                        to: string | null;
                    };
                    claims: {
                        claim: components["schemas"]["ClaimBrief"];
                        n: number;
                        support: number;
                        deny: number;
                        query: number;
                        comment: number;
                        latest: components["schemas"]["StatementBrief"] | null;
                    }[];
                }[];
            }[];
        };
        DisputeRevision: {
            title?: string;
            slug?: string | null;
            summary?: string | null;
            sides?: {
                /** @description An id or a slug; for an article also its URL */
                side: string;
                /**
                 * @default party
                 * @enum {string}
                 */
                role: "party" | "third-party" | "mediator";
            }[] | null;
        };
        DisputesPage: {
            items: components["schemas"]["Dispute"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        DriftOfStatement: {
            statement: components["schemas"]["StatementBrief"];
            /** @enum {string} */
            drift: "unchanged" | "moved" | "altered" | "gone";
            /** @description Where it was anchored */
            from: {
                /** @description The snapshot it was looked up in; null when there was none */
                snapshot: number | null;
                start: number | null;
                end: number | null;
            };
            /** @description Where it stands in the later snapshot; null where it does not */
            to: {
                snapshot: number;
                /** @enum {string} */
                result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
                start: number | null;
                end: number | null;
            };
            /** @description What the later snapshot has instead, when altered */
            closest: {
                text: string;
                start: number;
                end: number;
                similarity: number;
                firstDifference: {
                    at: number;
                    expected: string;
                    found: string;
                };
            } | null;
        };
        Import: {
            /** @example imp_01k6v0a9q21y3 */
            id: string;
            /** @enum {string} */
            format: "record";
            dryRun: boolean;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            read: number;
            created: number;
            updated: number;
            unchanged: number;
            rejected: number;
            errors: {
                line: number;
                code: string;
                /** @description JSON Pointer into the line */
                pointer: string;
                detail: string;
            }[];
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
        };
        Key: {
            /** @example key_01k6v0a9q21y3 */
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        KeysPage: {
            items: components["schemas"]["Key"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        MergeClaimRequest: {
            /** @description An id or a slug; for an article also its URL */
            into: string;
        };
        NewArticle: {
            /**
             * Format: uri
             * @example https://p.dw.com/p/4W3DS
             */
            url: string;
            title: string;
            /** @description An id or a slug; for an article also its URL */
            outlet: string;
            /** @default [] */
            byline: string[];
            /** @default [] */
            agencies: string[];
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            publishedAt: string;
            /**
             * @default und
             * @example en
             */
            language: string;
            /** @default null */
            archiveUrl: string | null;
            /** @default null */
            accessedAt: string | null;
        };
        NewClaim: {
            /** @description An id or a slug; for an article also its URL */
            question: string;
            text: string;
            /** @example limited-access */
            slug?: string;
            /**
             * @description Wordings that mark the claim, with their inflections
             * @default []
             */
            terms: string[];
            /** @default null */
            note: string | null;
        };
        NewClaimRelation: {
            /** @description An id or a slug; for an article also its URL */
            claim: string;
            /** @enum {string} */
            kind: "contradicts" | "reframes" | "narrows" | "supports" | "different-scope";
            /** @description An id or a slug; for an article also its URL */
            target: string;
            /** @default null */
            note: string | null;
        };
        NewCorrection: {
            /** @default null */
            statement: string | null;
            /** @default null */
            article: string | null;
            /** @default null */
            claim: string | null;
            /** @default null */
            review: string | null;
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction" | "right-of-reply";
            note: string;
            /**
             * @description Since when it holds; now, when left out
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            effectiveAt?: string;
        };
        NewDispute: {
            title: string;
            /** @example limited-access */
            slug?: string;
            /** @default null */
            summary: string | null;
            /** @default [] */
            sides: {
                /** @description An id or a slug; for an article also its URL */
                side: string;
                /**
                 * @default party
                 * @enum {string}
                 */
                role: "party" | "third-party" | "mediator";
            }[];
        };
        NewKey: {
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
            /** @default null */
            expiresAt: string | null;
        };
        NewKeyShown: {
            /** @example key_01k6v0a9q21y3 */
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            revokedAt: string | null;
            key: string;
        };
        NewOutlet: {
            name: string;
            /** @example limited-access */
            slug?: string;
            /** @default null */
            homepage: string | null;
            /**
             * @default other
             * @enum {string}
             */
            kind: "newspaper" | "broadcaster" | "agency" | "government" | "platform" | "other";
            /** @default null */
            country: string | null;
        };
        NewQuestion: {
            /** @description An id or a slug; for an article also its URL */
            dispute: string;
            text: string;
            /** @example limited-access */
            slug?: string;
        };
        NewRebuttal: {
            /** @description An id or a slug; for an article also its URL */
            statement: string;
            /** @description An id or a slug; for an article also its URL */
            rebuts: string;
            /** @enum {string} */
            kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
            /** @default null */
            note: string | null;
        };
        NewReview: {
            /** @default null */
            claim: string | null;
            /** @default null */
            statement: string | null;
            /** @description An id or a slug; for an article also its URL */
            publisher: string;
            /**
             * Format: uri
             * @example https://p.dw.com/p/4W3DS
             */
            url: string;
            title: string;
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            reviewedAt: string;
            rating: {
                /** @description The publisher's own words, kept as they are */
                label: string;
                /** @default null */
                value: (number | string) | null;
                /** @default null */
                best: (number | string) | null;
                /** @default null */
                worst: (number | string) | null;
                /**
                 * @description What a person takes the label for; of a well-known label, what it stands for, when left out
                 * @default null
                 */
                normalized: ("true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable") | null;
            };
            /**
             * @default und
             * @example en
             */
            language: string;
        };
        NewSide: {
            name: string;
            /** @example limited-access */
            slug?: string;
        };
        NewSnapshot: {
            /** @description The article as plain text, up to 1 MiB of UTF-8 */
            text: string;
            /**
             * @description When the text was retrieved; now, when left out
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            retrievedAt?: string;
        };
        NewSpeaker: {
            name: string;
            /** @example limited-access */
            slug?: string;
            /**
             * @default person
             * @enum {string}
             */
            kind: "person" | "organization" | "unattributed";
            /** @default [] */
            aliases: string[];
            /** @default null */
            wikidata: string | null;
            /** @default [] */
            affiliations: {
                /** @description An id or a slug; for an article also its URL */
                side: string;
                /** @default null */
                title: string | null;
                /** @default null */
                from: string | null;
                /** @default null */
                until: string | null;
            }[];
        };
        NewStatement: {
            /** @description An id or a slug; for an article also its URL */
            article: string;
            /** @description An id or a slug; for an article also its URL */
            speaker: string;
            quote: string;
            /** @enum {string} */
            quoteType: "direct" | "indirect" | "mixed";
            /** @default null */
            cue: string | null;
            /** @default null */
            setting: string | null;
            /** @default null */
            context: string | null;
            /**
             * @description The article's, when left out
             * @example en
             */
            language?: string;
            /**
             * @default on-record
             * @enum {string}
             */
            groundRules: "on-record" | "background" | "deep-background";
            /** @default null */
            original: {
                /** @example en */
                language: string;
                text: string;
            } | null;
            /** @default [] */
            translations: {
                /** @example en */
                language: string;
                text: string;
                /** @default null */
                translator: string | null;
                /** @enum {string} */
                method: "human" | "machine" | "official";
            }[];
            /** @default [] */
            stances: {
                /** @description An id or a slug; for an article also its URL */
                claim: string;
                /** @enum {string} */
                stance: "support" | "deny" | "query" | "comment";
            }[];
            /** @description What tells the place apart when the quote stands more than once */
            anchor?: {
                prefix?: string;
                suffix?: string;
                start?: number;
                end?: number;
            };
            /**
             * @default published
             * @enum {string}
             */
            status: "draft" | "published";
            /** @default null */
            note: string | null;
            /** @description The side of the affiliation in force, when left out */
            side?: string;
            /** @description Inferred from stances, rebuttals or the side, when left out */
            dispute?: string;
            /** @default null */
            repeats: string | null;
            /** @default null */
            saidAt: string | null;
            /** @default [] */
            rebuts: {
                /** @description An id or a slug; for an article also its URL */
                statement: string;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                /** @default null */
                note: string | null;
            }[];
            rebuttal?: {
                quote: string;
                /** @enum {string} */
                quoteType: "direct" | "indirect" | "mixed";
                /** @default null */
                cue: string | null;
                /** @default null */
                setting: string | null;
                /** @default null */
                context: string | null;
                /**
                 * @description The article's, when left out
                 * @example en
                 */
                language?: string;
                /**
                 * @default on-record
                 * @enum {string}
                 */
                groundRules: "on-record" | "background" | "deep-background";
                /** @default null */
                original: {
                    /** @example en */
                    language: string;
                    text: string;
                } | null;
                /** @default [] */
                translations: {
                    /** @example en */
                    language: string;
                    text: string;
                    /** @default null */
                    translator: string | null;
                    /** @enum {string} */
                    method: "human" | "machine" | "official";
                }[];
                /** @default [] */
                stances: {
                    /** @description An id or a slug; for an article also its URL */
                    claim: string;
                    /** @enum {string} */
                    stance: "support" | "deny" | "query" | "comment";
                }[];
                /** @description What tells the place apart when the quote stands more than once */
                anchor?: {
                    prefix?: string;
                    suffix?: string;
                    start?: number;
                    end?: number;
                };
                /**
                 * @default published
                 * @enum {string}
                 */
                status: "draft" | "published";
                /** @default null */
                note: string | null;
                /** @description The side of the affiliation in force, when left out */
                side?: string;
                /** @description Inferred from stances, rebuttals or the side, when left out */
                dispute?: string;
                /** @default null */
                repeats: string | null;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                /** @description An id or a slug; for an article also its URL */
                speaker: string;
                /** @description An id or a slug; for an article also its URL */
                article?: string;
                saidAt?: string | null;
            };
        };
        OpenapiJson: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Outlet: {
            /** @example out_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            name: string;
            homepage: string | null;
            /** @enum {string} */
            kind: "newspaper" | "broadcaster" | "agency" | "government" | "platform" | "other";
            country: string | null;
        };
        OutletBrief: {
            /** @example out_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            name: string;
        };
        OutletHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        OutletRevision: {
            name?: string;
            slug?: string | null;
            homepage?: string | null;
            kind?: ("newspaper" | "broadcaster" | "agency" | "government" | "platform" | "other") | null;
            country?: string | null;
        };
        OutletsPage: {
            items: components["schemas"]["Outlet"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Pair: {
            /** @enum {string} */
            basis: "rebuttal" | "stance" | "counter-claim";
            /**
             * @description Of a rebuttal
             * @enum {string}
             */
            kind?: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
            /** @description The question on which both take a stance; null when they share none */
            question: components["schemas"]["QuestionBrief"] | null;
            left: components["schemas"]["StatementBrief"];
            right: components["schemas"]["StatementBrief"];
            /** @description Null unless both `saidAt` are known to the day */
            daysApart: number | null;
            sameArticle: boolean;
        };
        PairsPage: {
            items: components["schemas"]["Pair"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description Only with `count=true`; null beyond 10000 */
            total?: number | null;
            /** @description Where `total` is null: there are more than this */
            totalAtLeast?: number;
        };
        Problem: {
            /** @description Identifies the kind of problem */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong this time, and what to do about it */
            detail: string;
            /** @enum {string} */
            code: "invalid" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "timeout" | "conflict" | "in-use" | "idempotency-mismatch" | "withdrawn" | "stale-revision" | "too-large" | "uri-too-long" | "unsupported-media-type" | "unprocessable" | "quote-not-found" | "quote-altered" | "side-unknown" | "dispute-unknown" | "wrong-dispute" | "unknown-reference" | "precondition-required" | "rate-limited" | "headers-too-large" | "internal" | "overloaded" | "storage-full";
            errors: {
                pointer: string;
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        Question: {
            /** @example qst_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            dispute: components["schemas"]["DisputeBrief"];
            text: string;
        };
        QuestionBrief: {
            /** @example qst_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            text: string;
        };
        QuestionHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        QuestionRevision: {
            /** @description An id or a slug; for an article also its URL */
            dispute?: string;
            text?: string;
            slug?: string | null;
        };
        QuestionsPage: {
            items: components["schemas"]["Question"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Readiness: {
            /** @enum {string} */
            status: "ok" | "unready";
            parts: {
                /** @enum {string} */
                database: "ok" | "unreachable";
            };
        };
        Rebuttal: {
            /** @example reb_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @description The answer */
            statement: components["schemas"]["StatementBrief"];
            /** @description The answered */
            rebuts: components["schemas"]["StatementBrief"];
            /** @enum {string} */
            kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
            note: string | null;
        };
        RebuttalHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        RebuttalRevision: {
            /** @description An id or a slug; for an article also its URL */
            statement?: string;
            /** @description An id or a slug; for an article also its URL */
            rebuts?: string;
            /** @enum {string} */
            kind?: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
            note?: string | null;
        };
        RebuttalsPage: {
            items: components["schemas"]["Rebuttal"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        RedactStatementRequest: {
            reason: string;
        };
        RedactionReceipt: {
            /** @example stm_01k6v0a9q21y3 */
            id: string;
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            redactedAt: string;
            reason: string;
            /** @description The lines of history whose words were removed */
            lines: number[];
            /** @description Snapshots of the article in which the quote was blanked, by their numbers */
            snapshots: number[];
            /** @description What else of the record has the same words: for a person to look at */
            elsewhere: {
                type: string;
                id: string;
            }[];
            /** @description Whether the files of the database were cleaned of what had been there; if not, the log says why */
            purged: boolean;
        };
        Review: {
            /** @example rev_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            claim: components["schemas"]["ClaimBrief"] | null;
            statement: components["schemas"]["StatementBrief"] | null;
            publisher: components["schemas"]["OutletBrief"];
            url: string | null;
            title: string | null;
            reviewedAt: string | null;
            rating: {
                /** @description The publisher's own words, kept as they are */
                label: string;
                value: number | null;
                best: number | null;
                worst: number | null;
                normalized: ("true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable") | null;
            };
            /** @example en */
            language: string;
            /** @description What was wrong in it, the newest first */
            corrections: components["schemas"]["CorrectionNote"][];
        };
        ReviewBrief: {
            /** @example rev_01k6v0a9q21y3 */
            id: string;
            url: string | null;
            title: string | null;
            publisher: components["schemas"]["OutletBrief"];
            rating: {
                /** @description The publisher's own words, kept as they are */
                label: string;
                normalized: ("true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable") | null;
            };
        };
        ReviewHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        ReviewRevision: {
            claim?: string | null;
            statement?: string | null;
            /** @description An id or a slug; for an article also its URL */
            publisher?: string;
            url?: string | null;
            title?: string | null;
            reviewedAt?: string | null;
            rating?: {
                /** @description The publisher's own words, kept as they are */
                label?: string;
                value?: (number | string) | null;
                best?: (number | string) | null;
                worst?: (number | string) | null;
                normalized?: ("true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable") | null;
            };
            language?: string | null;
        };
        ReviewsPage: {
            items: components["schemas"]["Review"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        SearchResults: {
            items: ({
                /** @constant */
                kind: "statement";
                /** @description The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found */
                snippet: string;
                statement: components["schemas"]["StatementBrief"];
            } | {
                /** @constant */
                kind: "claim";
                /** @description The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found */
                snippet: string;
                claim: components["schemas"]["ClaimBrief"];
            } | {
                /** @constant */
                kind: "speaker";
                /** @description The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found */
                snippet: string;
                speaker: components["schemas"]["SpeakerBrief"];
            } | {
                /** @constant */
                kind: "article";
                /** @description The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found */
                snippet: string;
                article: components["schemas"]["ArticleBrief"];
            })[];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
            /**
             * @description `newest` when more than 500 of a kind are found: the newest of them are ranked and listed. So it is when words of which only beginnings are asked for are too common to look further
             * @enum {string}
             */
            ranked: "all" | "newest";
        };
        Side: {
            /** @example sid_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            name: string;
        };
        SideBrief: {
            /** @example sid_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            name: string;
        };
        SideHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        SideRevision: {
            name?: string;
            slug?: string | null;
        };
        SidesPage: {
            items: components["schemas"]["Side"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Snapshot: {
            /** @example snp_01k6v0a9q21y3 */
            id: string;
            /** @example art_01k6v0a9q21y3 */
            article: string;
            /** @description 1, 2, 3 … in the order in which they came */
            number: number;
            /** @description Of the text in UTF-8, as it was retrieved */
            sha256: string;
            /** @description Unicode code points of the text */
            length: number;
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            retrievedAt: string;
            /** @description Whether words in it were blanked since, because the law demanded it */
            redacted: boolean;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
        };
        SnapshotWithText: {
            /** @example snp_01k6v0a9q21y3 */
            id: string;
            /** @example art_01k6v0a9q21y3 */
            article: string;
            /** @description 1, 2, 3 … in the order in which they came */
            number: number;
            /** @description Of the text in UTF-8, as it was retrieved */
            sha256: string;
            /** @description Unicode code points of the text */
            length: number;
            /**
             * @example 2023-09-06
             * @example 2023-09
             * @example 2023
             * @example 2023-09-06T14:00:00Z
             */
            retrievedAt: string;
            /** @description Whether words in it were blanked since, because the law demanded it */
            redacted: boolean;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            text: string;
        };
        SnapshotsPage: {
            items: components["schemas"]["Snapshot"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Speaker: {
            /** @example spk_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @example limited-access */
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "person" | "organization" | "unattributed";
            aliases: string[];
            wikidata: string | null;
            affiliations: {
                title: string | null;
                side: components["schemas"]["SideBrief"];
                from: string | null;
                until: string | null;
            }[];
        };
        SpeakerBrief: {
            /** @example spk_01k6v0a9q21y3 */
            id: string;
            /** @example limited-access */
            slug: string;
            name: string;
            title: string | null;
        };
        SpeakerHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        SpeakerPositions: {
            speaker: {
                /** @example spk_01k6v0a9q21y3 */
                id: string;
                /** @example limited-access */
                slug: string;
                name: string;
            };
            /** @description Statements that take a stance */
            n: number;
            /** @description Statements that repeat another are counted once with it */
            utterances: number;
            range: {
                from: string | null;
                to: string | null;
            };
            /** @description Whether there are more than the newest 1000 stances */
            truncated: boolean;
            questions: {
                dispute: components["schemas"]["DisputeBrief"];
                question: components["schemas"]["QuestionBrief"];
                stances: {
                    support: number;
                    deny: number;
                    query: number;
                    comment: number;
                };
                /** @description Whether a stance on this question ever turned */
                changed: boolean;
                positions: {
                    claim: components["schemas"]["ClaimBrief"];
                    /** @enum {string} */
                    stance: "support" | "deny" | "query" | "comment";
                    /** @description Supports what the speaker denied the last time before, or denies what the speaker supported */
                    changed: boolean;
                    statement: components["schemas"]["StatementBrief"];
                }[];
            }[];
        };
        SpeakerRevision: {
            name?: string;
            slug?: string | null;
            kind?: ("person" | "organization" | "unattributed") | null;
            aliases?: string[] | null;
            wikidata?: string | null;
            affiliations?: {
                /** @description An id or a slug; for an article also its URL */
                side: string;
                /** @default null */
                title: string | null;
                /** @default null */
                from: string | null;
                /** @default null */
                until: string | null;
            }[] | null;
        };
        SpeakersPage: {
            items: components["schemas"]["Speaker"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        Statement: {
            /** @example stm_01k6v0a9q21y3 */
            id: string;
            /** @description 1, 2, 3 …: how often this was written */
            revision: number;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2023-09-07T10:30:00.000Z
             */
            updatedAt: string;
            /** @enum {string} */
            status: "draft" | "published" | "withdrawn";
            dispute: components["schemas"]["DisputeBrief"];
            speaker: components["schemas"]["SpeakerBrief"];
            side: {
                /** @example sid_01k6v0a9q21y3 */
                id: string;
                /** @example limited-access */
                slug: string;
                name: string;
                role: ("party" | "third-party" | "mediator") | null;
            };
            quote: string;
            /** @enum {string} */
            quoteType: "direct" | "indirect" | "mixed";
            cue: string | null;
            /** @enum {string} */
            groundRules: "on-record" | "background" | "deep-background";
            /** @example en */
            language: string;
            original: {
                /** @example en */
                language: string;
                text: string;
            } | null;
            translations: {
                /** @example en */
                language: string;
                text: string;
                translator: string | null;
                /** @enum {string} */
                method: "human" | "machine" | "official";
                stale: boolean;
            }[];
            saidAt: string | null;
            setting: string | null;
            context: string | null;
            article: components["schemas"]["ArticleBrief"];
            anchor: {
                /** @enum {string} */
                result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
                /** @description The snapshot it was looked up in; null when there was none */
                snapshot: number | null;
                start: number | null;
                end: number | null;
                prefix: string | null;
                suffix: string | null;
                /** @description Of an elided quote: where its parts stand */
                parts?: {
                    start: number;
                    end: number;
                }[];
                /** @description Of an ambiguous quote: everywhere it stands */
                occurrences?: {
                    start: number;
                    end: number;
                }[];
                /** @description Of an altered quote: what the article has instead */
                closest?: {
                    text: string;
                    start: number;
                    end: number;
                    similarity: number;
                    firstDifference: {
                        at: number;
                        expected: string;
                        found: string;
                    };
                };
                /** @description The article, opened at the quote */
                url: string;
            };
            stances: {
                claim: components["schemas"]["ClaimBrief"];
                /** @enum {string} */
                stance: "support" | "deny" | "query" | "comment";
            }[];
            /** @description The statement that first reported the same utterance */
            repeats: components["schemas"]["StatementBrief"] | null;
            /** @description What this answers */
            rebuts: {
                /** @example reb_01k6v0a9q21y3 */
                id: string;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                note: string | null;
                statement: components["schemas"]["StatementBrief"];
            }[];
            /** @description What answers this; the first 100, all of them in /v1/rebuttals */
            rebuttals: {
                /** @example reb_01k6v0a9q21y3 */
                id: string;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                note: string | null;
                statement: components["schemas"]["StatementBrief"];
            }[];
            /** @description What was wrong in it, the newest first */
            corrections: components["schemas"]["CorrectionNote"][];
            note: string | null;
        };
        StatementBrief: {
            /** @example stm_01k6v0a9q21y3 */
            id: string;
            quote: string;
            /** @enum {string} */
            quoteType: "direct" | "indirect" | "mixed";
            saidAt: string | null;
            speaker: components["schemas"]["SpeakerBrief"];
            side: {
                /** @example sid_01k6v0a9q21y3 */
                id: string;
                /** @example limited-access */
                slug: string;
                name: string;
                role: ("party" | "third-party" | "mediator") | null;
            };
            article: components["schemas"]["ArticleBrief"];
            anchor: {
                /** @enum {string} */
                result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
            };
        };
        StatementHistoryPage: {
            items: components["schemas"]["Change"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        StatementRevision: {
            /** @description An id or a slug; for an article also its URL */
            article?: string;
            /** @description An id or a slug; for an article also its URL */
            speaker?: string;
            quote?: string;
            /** @enum {string} */
            quoteType?: "direct" | "indirect" | "mixed";
            cue?: string | null;
            setting?: string | null;
            context?: string | null;
            language?: string | null;
            groundRules?: ("on-record" | "background" | "deep-background") | null;
            original?: {
                /** @example en */
                language?: string;
                text?: string;
            } | null;
            translations?: {
                /** @example en */
                language: string;
                text: string;
                /** @default null */
                translator: string | null;
                /** @enum {string} */
                method: "human" | "machine" | "official";
            }[] | null;
            stances?: {
                /** @description An id or a slug; for an article also its URL */
                claim: string;
                /** @enum {string} */
                stance: "support" | "deny" | "query" | "comment";
            }[] | null;
            anchor?: {
                prefix?: string | null;
                suffix?: string | null;
                start?: number | null;
                end?: number | null;
            } | null;
            status?: ("draft" | "published") | null;
            note?: string | null;
            side?: string | null;
            dispute?: string | null;
            repeats?: string | null;
            saidAt?: string | null;
            rebuts?: {
                /** @description An id or a slug; for an article also its URL */
                statement: string;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                /** @default null */
                note: string | null;
            }[] | null;
        };
        StatementsPage: {
            items: components["schemas"]["Statement"][];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many items the whole list has; only with `count=true` */
            total?: number;
        };
        TermComparison: {
            /** @description As asked for; where left open, the days of the first and the last statement */
            range: {
                from: string | null;
                to: string | null;
            };
            /** @description The distinct statements counted in any column */
            total: number;
            columns: {
                term: string;
                /** @description What was looked for: the term, and its inflections that a claim lists with it */
                wordings: string[];
                /** @description Statements whose quote has the wording; each counts once, a use outweighs a denial, a denial a mention */
                n: number;
                /** @description Statements that repeat another are counted once with it */
                utterances: number;
                /** @description n / total; 0 where there are none */
                share: number;
                /** @description The speaker's own framing */
                use: number;
                /** @description The statement denies the claim that lists the wording, or negates it in its clause */
                denial: number;
                /** @description Said to be what others call it */
                mention: number;
                sides: {
                    side: components["schemas"]["SideBrief"];
                    n: number;
                    /** @description The speaker's own framing */
                    use: number;
                    /** @description The statement denies the claim that lists the wording, or negates it in its clause */
                    denial: number;
                    /** @description Said to be what others call it */
                    mention: number;
                }[];
                /** @description How many different speakers */
                speakers: number;
                outlets: {
                    outlet: components["schemas"]["OutletBrief"];
                    /** @description Statements in its articles whose quote has the wording */
                    inQuotes: number;
                    /** @description Occurrences in its own text, outside statements and quotation marks, in the newest texts; null without a text */
                    ownVoice: number | null;
                }[];
                range: {
                    from: string | null;
                    to: string | null;
                };
                first: components["schemas"]["StatementBrief"] | null;
                latest: components["schemas"]["StatementBrief"] | null;
                samples: {
                    statement: components["schemas"]["StatementBrief"];
                    before: string;
                    /** @description The wording as it stands in the quote */
                    match: string;
                    after: string;
                    /** @enum {string} */
                    usage: "use" | "denial" | "mention";
                }[];
            }[];
            timeline: {
                period: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                counts: {
                    /** @description The speaker's own framing */
                    use: number;
                    /** @description The statement denies the claim that lists the wording, or negates it in its clause */
                    denial: number;
                    /** @description Said to be what others call it */
                    mention: number;
                }[];
            }[];
            /** @description A side's first use of a term that until then only others used, in the whole record or the disputes asked for; of these, those that the rest of the filter leaves */
            crossovers: {
                side: components["schemas"]["SideBrief"];
                term: string;
                statement: components["schemas"]["StatementBrief"];
            }[];
            /** @description How many statements were counted, and whether those were all. Where every term is listed by a claim and nothing is filtered, all are; else the newest 20,000 that have one of the wordings are read, of very long quotes fewer */
            countedIn: {
                statements: number;
                isComplete: boolean;
            };
            /** @description In how many statements the first uses were looked for, and whether those were all; where the newest alone were read, a side may have used a term before */
            crossoversIn: {
                statements: number;
                isComplete: boolean;
            };
            /** @description In the texts of how many articles the wordings stand, and whether those are all; where texts are read, the newest 200 are, of very long ones fewer */
            ownVoiceOf: {
                articles: number;
                isComplete: boolean;
            };
        };
        Thread: {
            /**
             * @description Where the thread was taken up
             * @example stm_01k6v0a9q21y3
             */
            statement: string;
            /** @description How many steps were followed, either way */
            depth: number;
            /** @description Whether it goes on: deeper, or beyond 500 statements */
            truncated: boolean;
            nodes: {
                /** @example stm_01k6v0a9q21y3 */
                id: string;
                quote: string;
                /** @enum {string} */
                quoteType: "direct" | "indirect" | "mixed";
                saidAt: string | null;
                speaker: components["schemas"]["SpeakerBrief"];
                side: {
                    /** @example sid_01k6v0a9q21y3 */
                    id: string;
                    /** @example limited-access */
                    slug: string;
                    name: string;
                    role: ("party" | "third-party" | "mediator") | null;
                };
                article: components["schemas"]["ArticleBrief"];
                anchor: {
                    /** @enum {string} */
                    result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
                };
                /** @description Steps from the statement asked for */
                depth: number;
            }[];
            edges: {
                /** @example reb_01k6v0a9q21y3 */
                id: string;
                /** @enum {string} */
                kind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
                /**
                 * @description The answer
                 * @example stm_01k6v0a9q21y3
                 */
                from: string;
                /**
                 * @description The answered
                 * @example stm_01k6v0a9q21y3
                 */
                to: string;
                note: string | null;
            }[];
        };
        VerifyQuoteAnswer: {
            /** @enum {string} */
            result: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
            anchor?: {
                start: number;
                end: number;
                prefix: string;
                suffix: string;
            };
            parts?: {
                start: number;
                end: number;
            }[];
            occurrences?: {
                start: number;
                end: number;
            }[];
            occurrencesTotal?: number;
            closest?: {
                text: string;
                start: number;
                end: number;
                similarity: number;
                firstDifference: {
                    at: number;
                    expected: string;
                    found: string;
                };
            };
        };
        VerifyQuoteRequest: {
            /** @description The text of the article, up to 1 MiB of UTF-8 */
            text: string;
            quote: string;
            /** @description What stands right before the quote, to tell its place apart */
            prefix?: string;
            /** @description What stands right after it */
            suffix?: string;
        };
    };
    responses: {
        /** @description `unprocessable`: This cannot be recorded. `quote-not-found`: The quote does not stand in the article. `quote-altered`: The quote stands in the article in other words. `side-unknown`: It is not known which side the speaker spoke for. `dispute-unknown`: It is not known which dispute this belongs to. `wrong-dispute`: This belongs to another dispute. `unknown-reference`: A reference leads nowhere */
        AnyProblem422: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: This conflicts with what is recorded. `idempotency-mismatch`: This Idempotency-Key was used for another request */
        ConflictOrIdempotencyMismatch: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: This conflicts with what is recorded. `in-use`: Others refer to this */
        ConflictOrInUse: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: This key may not do that */
        Forbidden: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `in-use`: Others refer to this */
        InUse: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid`: The request is not valid */
        Invalid: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-acceptable`: None of the accepted formats is offered here */
        NotAcceptable: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is no such thing here */
        NotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Still the same as If-None-Match says */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any other problem, in the same shape */
        OtherProblem: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `overloaded`: Too busy at the moment */
        Overloaded: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-required`: If-Match is needed */
        PreconditionRequired: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate-limited`: Too many requests */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `stale-revision`: Somebody changed this in the meantime */
        StaleRevision: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `storage-full`: There is no room left to write */
        StorageFull: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-large`: This is too large */
        TooLarge: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: A key is needed */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-reference`: A reference leads nowhere */
        UnknownReference: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-reference`: A reference leads nowhere. `unprocessable`: This cannot be recorded */
        UnknownReferenceOrUnprocessable: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-reference`: A reference leads nowhere. `unprocessable`: This cannot be recorded. `wrong-dispute`: This belongs to another dispute */
        UnknownReferenceOrUnprocessableOrWrongDispute: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unprocessable`: This cannot be recorded. `unknown-reference`: A reference leads nowhere */
        UnprocessableOrUnknownReference: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: This media type is not understood */
        UnsupportedMediaType: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `withdrawn`: This was withdrawn */
        Withdrawn: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
         * @example *
         */
        IfMatch: string;
        /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
        IfNoneMatch: string;
        /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
        ChangeComment: string;
        /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The version of the answer: of an entity a strong tag, its revision first; of a list or a composed answer a weak one.
         * @example "1-m0Uu3mU0oJbL5jlrCbTq"
         */
        ETag: string;
        /**
         * @description Answers are kept by whoever asked, and asked for again with If-None-Match.
         * @example no-cache
         */
        "Cache-Control": string;
        /** @description `true` when this is the first answer to the same Idempotency-Key again; absent otherwise. */
        "Idempotency-Replayed": "true";
        /**
         * @description The address of the next page, with `rel="next"`; absent on the last one.
         * @example </v1/statements?limit=2&cursor=c2lnbmVk>; rel="next"
         */
        Link: string;
        /**
         * @description The address of what was made.
         * @example /v1/sides/sid_01k6v0a9q21y3
         */
        Location: string;
        /**
         * @description Requests that this key or address may make in a minute.
         * @example 600
         */
        "RateLimit-Limit": number;
        /**
         * @description How many of them are left.
         * @example 599
         */
        "RateLimit-Remaining": number;
        /**
         * @description Seconds until all of them are back.
         * @example 60
         */
        "RateLimit-Reset": number;
        /**
         * @description Seconds after which to try again.
         * @example 5
         */
        "Retry-After": number;
        /**
         * @description How to show who you are.
         * @example Bearer realm="counterclaim"
         */
        "WWW-Authenticate": string;
        /**
         * @description What the service’s log knows this request as.
         * @example 01K6V0A9Q2W8E5R7T1Y3Z4X6C8
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSides: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SidesPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSide"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSide: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteSide: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseSide: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SideRevision"];
                "application/json": components["schemas"]["SideRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSideHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SideHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Disputes in which this side takes part */
                side?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputesPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDispute"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDispute: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DisputeRevision"];
                "application/json": components["schemas"]["DisputeRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDisputeHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDisputePositions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePositions"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDisputeBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description Questions at issue in this dispute */
                dispute?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getQuestion: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteQuestion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseQuestion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["QuestionRevision"];
                "application/json": components["schemas"]["QuestionRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQuestionHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listOutlets: {
        parameters: {
            query?: {
                /** @description What the outlet is */
                kind?: ("newspaper" | "broadcaster" | "agency" | "government" | "platform" | "other")[];
                /** @description Where it is (ISO 3166-1 alpha-2) */
                country?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutletsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createOutlet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOutlet"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlet"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOutlet: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlet"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteOutlet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseOutlet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OutletRevision"];
                "application/json": components["schemas"]["OutletRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlet"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listOutletHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutletHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Articles of this outlet */
                outlet?: string[];
                /** @description Articles in this language (BCP 47) */
                language?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlesPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseArticle: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ArticleRevision"];
                "application/json": components["schemas"]["ArticleRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            /** @description The newest snapshot has this text already; it is given, and no other is made */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleDrift: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleDriftPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleAnnotations: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Annotation Collection with its first page inside; with a cursor, a further page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["AnnotationCollection"] | components["schemas"]["AnnotationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
                /** @description 1, 2, 3 … in the order in which they came */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotWithText"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /** @description Speakers who speak or spoke for this side */
                side?: string[];
                /** @description What the speaker is */
                kind?: ("person" | "organization" | "unattributed")[];
                /** @description The item of Wikidata that the speaker is */
                wikidata?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakersPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSpeaker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSpeaker"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSpeaker: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteSpeaker: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseSpeaker: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SpeakerRevision"];
                "application/json": components["schemas"]["SpeakerRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSpeakerHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSpeakerPositions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerPositions"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description Claims on questions of this dispute */
                dispute?: string[];
                /** @description Claims that answer this question */
                question?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClaim: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteClaim: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseClaim: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClaimRevision"];
                "application/json": components["schemas"]["ClaimRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    mergeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeClaimRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    unmergeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCounterclaims: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterclaimsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimRelations: {
        parameters: {
            query?: {
                /** @description Relations that lead from this claim or to it */
                claim?: string[];
                /** @description Relations that lead to this claim */
                target?: string[];
                /** @description How the claim stands to its target */
                kind?: ("contradicts" | "reframes" | "narrows" | "supports" | "different-scope")[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelationsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createClaimRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaimRelation"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessableOrWrongDispute"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClaimRelation: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelation"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteClaimRelation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseClaimRelation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClaimRelationRevision"];
                "application/json": components["schemas"]["ClaimRelationRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessableOrWrongDispute"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimRelationHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelationHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description Statements of this dispute */
                dispute?: string[];
                /** @description Statements that take a stance on a claim of this question */
                question?: string[];
                /** @description Statements that take a stance on this claim */
                claim?: string[];
                /** @description The stance taken, on the claim or question asked for or on any */
                stance?: ("support" | "deny" | "query" | "comment")[];
                /** @description Words attributed to this speaker */
                speaker?: string[];
                /** @description Said on behalf of this side */
                side?: string[];
                /** @description Reported by this outlet */
                outlet?: string[];
                /** @description Reported by this article */
                article?: string[];
                /** @description The speaker's words, the reporter's paraphrase, or both */
                quoteType?: ("direct" | "indirect" | "mixed")[];
                /** @description The language of the quote (BCP 47) */
                language?: string[];
                /** @description On what terms it was said */
                groundRules?: ("on-record" | "background" | "deep-background")[];
                /** @description How the quote stands in the article */
                anchor?: ("exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text")[];
                /** @description Said at this date or later; the article's date counts where none is known */
                saidFrom?: string;
                /** @description Said at this date or earlier, the whole of it */
                saidTo?: string;
                /** @description Published at this date or later */
                publishedFrom?: string;
                /** @description Published at this date or earlier, the whole of it */
                publishedTo?: string;
                /** @description Whether a statement rebuts it; concessions and clarifications do not count */
                rebutted?: "true" | "false";
                /** @description Statements of other sides, in disputes where this side takes part, that it has not rebutted */
                unansweredBy?: string[];
                /** @description Statements that answer this one */
                rebuts?: string[];
                /** @description Drafts are shown to holders of a key that may write */
                status?: "published" | "draft";
                /** @description Words that the quote and its context must hold, all of them; `"a phrase"`, `-not`, `prefix*`, `OR`. Accents and case make no difference. Anything else is text; without a word nothing is found. Where beginnings of common words are asked for, or common words with filters that little fulfils, a page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description A wording that stands in the quote, its words one after another, or an inflection of it that a claim lists with it; never in a translation */
                term?: string[];
                /** @description By the date said (the article's where none is known) or recorded; a minus puts the newest first. `relevance` needs `q` and ranks the newest 500 of what is found */
                sort?: "saidAt" | "-saidAt" | "createdAt" | "-createdAt" | "relevance";
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatement"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["AnyProblem422"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["StatementRevision"];
                "application/json": components["schemas"]["StatementRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["AnyProblem422"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listStatementHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    restoreStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    redactStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedactStatementRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedactionReceipt"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getStatementThread: {
        parameters: {
            query?: {
                /** @description How many steps to follow from the statement, to what it answers and to its answers */
                depth?: number;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thread, as the Accept header asks for it */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                    "text/vnd.graphviz": string;
                    "text/x-argdown": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listRebuttals: {
        parameters: {
            query?: {
                /** @description Rebuttals by this statement */
                statement?: string[];
                /** @description Rebuttals of this statement */
                rebuts?: string[];
                /** @description How the one answers the other */
                kind?: ("denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification")[];
                /** @description Rebuttals within this dispute */
                dispute?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuttalsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createRebuttal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRebuttal"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuttal"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessableOrWrongDispute"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getRebuttal: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuttal"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteRebuttal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseRebuttal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["RebuttalRevision"];
                "application/json": components["schemas"]["RebuttalRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuttal"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessableOrWrongDispute"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listRebuttalHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuttalHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description Reviews of this claim */
                claim?: string[];
                /** @description Reviews of this statement */
                statement?: string[];
                /** @description Reviews by this outlet */
                publisher?: string[];
                /** @description Reviews whose rating comes to this */
                normalized?: ("true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable")[];
                /** @description Reviews in this language */
                language?: string[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ReviewRevision"];
                "application/json": components["schemas"]["ReviewRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listReviewHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Corrections of this statement */
                statement?: string[];
                /** @description Corrections of this article */
                article?: string[];
                /** @description Corrections of this claim */
                claim?: string[];
                /** @description Corrections of this review */
                review?: string[];
                /** @description Corrections of this kind */
                kind?: ("correction" | "clarification" | "update" | "retraction" | "right-of-reply")[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnknownReference"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getCorrection: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteCorrection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseCorrection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CorrectionRevision"];
                "application/json": components["schemas"]["CorrectionRevision"];
            };
        };
        responses: {
            /** @description Revised, as it is kept now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownReferenceOrUnprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCorrectionHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
                /** @description Lines after the one with this `seq` */
                after?: number;
                /** @description Lines of this kind of entity: `statement`, `claim-relation` */
                type?: string[];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description Lines after the one with this `seq` */
                after?: number;
                /** @description Lines of this kind of entity: `statement`, `claim-relation` */
                type?: string[];
            };
            header?: {
                /** @description The `seq` of the last line that the reader has */
                "Last-Event-Id"?: string;
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events without end */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listPairs: {
        parameters: {
            query?: {
                /** @description An id or a slug; for an article also its URL */
                dispute?: string[];
                /** @description Both statements take a stance on a claim of this question */
                question?: string[];
                /** @description Both take a stance on a claim of its question, one of them on this claim */
                claim?: string[];
                /** @description One of the two speaks for this side */
                side?: string[];
                /** @description The other of the two speaks for this side */
                against?: string[];
                /** @description One of the two is by this speaker */
                speaker?: string[];
                /** @description Both are reported by this outlet */
                outlet?: string[];
                /** @description The strongest basis of the pair */
                basis?: ("rebuttal" | "stance" | "counter-claim")[];
                /** @description Both were said at this date or later; the article's date where none is known */
                from?: string;
                /** @description Both were said at this date or earlier, the whole of it */
                to?: string;
                /** @description For each left only the right nearest in time; of two as near the earlier, then the smaller id */
                nearest?: "true" | "false";
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairsPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["AnyProblem422"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    compareClaims: {
        parameters: {
            query: {
                /** @description The claims to compare, of one dispute; the order is that of the columns */
                claim: string[];
                /** @description Said at this date or later; the article's date counts where none is known */
                from?: string;
                /** @description Said at this date or earlier, the whole of it */
                to?: string;
                /** @description An id or a slug; for an article also its URL */
                side?: string[];
                /** @description An id or a slug; for an article also its URL */
                outlet?: string[];
                /** @description How long a period of the timeline is; weeks begin on Monday */
                granularity?: "day" | "week" | "month" | "year";
                /** @description How many pairs are told */
                limit?: number;
                /** @description `pairs.next` of the answer before */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimComparison"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["AnyProblem422"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    compareTerms: {
        parameters: {
            query: {
                /** @description The wordings to compare, of one word or several; the order is that of the columns */
                term: string[];
                /** @description An id or a slug; for an article also its URL */
                dispute?: string[];
                /** @description An id or a slug; for an article also its URL */
                speaker?: string[];
                /** @description Said at this date or later; the article's date counts where none is known */
                from?: string;
                /** @description Said at this date or earlier, the whole of it */
                to?: string;
                /** @description An id or a slug; for an article also its URL */
                side?: string[];
                /** @description An id or a slug; for an article also its URL */
                outlet?: string[];
                /** @description How long a period of the timeline is; weeks begin on Monday */
                granularity?: "day" | "week" | "month" | "year";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermComparison"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["AnyProblem422"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    searchRecord: {
        parameters: {
            query: {
                /** @description Words, all of which must occur; `"a phrase"`, `-not`, `prefix*`, `OR`. Accents and case make no difference. Anything else is text; without a word nothing is found */
                q: string;
                /** @description What is looked for; everything, when left out */
                kind?: ("statement" | "statements" | "claim" | "claims" | "speaker" | "speakers" | "article" | "articles")[];
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    verifyQuote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyQuoteRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyQuoteAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createImport: {
        parameters: {
            query: {
                /** @description What the lines are */
                format: "record";
                /** @description `true` does everything and stores nothing */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/json": string;
            };
        };
        responses: {
            /** @description Taken in; the job tells how far it is */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true` adds `total` */
                count?: "true" | "false";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page; `next` leads to the following one */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyShown"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Overloaded"];
            507: components["responses"]["StorageFull"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Some part is not ready */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unready";
                        parts: {
                            /** @enum {string} */
                            database: "ok" | "unreachable";
                        };
                    };
                };
            };
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenapiJson"];
                };
            };
        };
    };
    getOpenapiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
        };
    };
}
